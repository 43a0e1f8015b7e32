import { set } from '../../repair/data/forms';

const everywhere = set(
  'EU UE UN USA UK AIDS HIV DNA RNA NATO OTAN UNESCO UNICEF NASA FIFA UEFA OK DJ TV CD DVD PDF USB GPS SMS SUV IT HTML URL FBI CIA KGB BBC CNN IBM BMW NBC CBS ABC AFP AP DPA EFE ANSA RTL ZDF ARD SIM PIN QR VIP LGBT LGBTQ PS NB AC DC AD BC AM PM GMT CET UTC MWST',
);

/** Abbreviations that readers of a language know without being told. */
const byLanguage: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    'US MP MPs CEO CFO GDP NHS RAF IRA BA MA PhD MBE OBE CBE DIY FAQ ID IQ PR HR AI UFO RIP POW IOU MRI DUI NGO NGOs USSR GP GPs CCTV UKIP MI5 MI6 NFL NBA IMF',
  ),
  fr: set(
    'SNCF RATP ONU PIB PME TVA CDI CDD HLM BTP IRM ADN SIDA PDG RER TGV CV SMIC URSS RSA ONG CNRS INSEE GIEC PV BD VTT RN PS UMP LR FN LFI SUV EDF GDF AOC CE CM',
  ),
  de: set(
    'DDR BRD CDU CSU SPD FDP AfD GmbH AG KG EDV LKW PKW Lkw Pkw BIP ÖPNV UNO DB ICE IC SBB ÖBB WM EM TÜV ADAC BGB BAföG FAZ UdSSR NS RAF WG GEZ VW IG DGB ORF SRF KI',
  ),
  es: set('EEUU ONU PIB IVA PP PSOE ONG AVE DNI UCI ADN VIH SIDA ETA PYME RTVE URSS FMI OTAN OMS PCE IU VOX'),
  it: set('ONU PIL IVA RAI PD FS ASL CGIL DC PC TG URSS DNA ONG FIAT ENI ISTAT'),
  pt: set('ONU PIB IVA PS PSD CDS PT PSDB SUS INSS IBGE RTP TAP URSS ONG CP FMI OTAN'),
  nl: set('VN BBP BTW NS VVD CDA PVV SP NOS NPO OM KNMI ANWB DDR USSR VS'),
};

/** True for an abbreviation that needs no expansion in the language (BCP 47; the primary subtag counts). */
export const isWellKnown = (short: string, language: string): boolean =>
  everywhere.has(short) || (byLanguage[language.split('-')[0] ?? '']?.has(short) ?? false);
