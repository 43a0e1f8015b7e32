export interface WindowFlags {
  /** `file:` URL of the launch page. */
  launchUrl: string;
  /** `http://127.0.0.1:<port>` of the host. */
  address: string;
  /** The browser's own profile. */
  profile: string;
  /** Without the browser's sandbox: only where it cannot start with it, as for root on Linux. */
  noSandbox: boolean;
}

/** What a browser does by itself that a writing window has no use for. */
const OFF = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'OptimizationGuideOnDeviceModel',
  'PrivacySandboxSettings4',
  'Translate',
  'msEdgeStartupBoost',
];

/**
 * How the app window's browser is started: no chores, no network of its own. Whatever the switches miss goes to a proxy
 * that is our own host, whose gate turns it away; a browser with a proxy does not even look names up.
 */
export function browserFlags({ launchUrl, address, profile, noSandbox }: WindowFlags): string[] {
  return [
    `--app=${launchUrl}`,
    `--user-data-dir=${profile}`,
    '--window-size=1440,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--no-pings',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-field-trial-config',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    `--disable-features=${OFF.join(',')}`,
    `--proxy-server=${address}`,
    '--proxy-bypass-list=127.0.0.1',
    ...(noSandbox ? ['--no-sandbox'] : []),
  ];
}
