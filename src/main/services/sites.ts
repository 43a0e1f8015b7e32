import { StetError } from '../../core/errors';
import type { Ids } from '../../core/ports/clock';
import type { FolderHandle } from '../../core/ports/folders';
import type { Handlers, InputOf } from '../../core/rpc/contract';
import type { SiteReport, SiteStanding } from '../../core/rpc/siteMethods';
import { MANIFEST, readManifest } from '../../core/sites/manifest';
import { blankSite, type Site } from '../../core/sites/site';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';
import { PAGE, pageName, SiteExport, type SiteExportPorts } from './siteExport';

/** Named targets that one call exports to again. */
export function siteHandlers(
  ports: SiteExportPorts & { ids: Ids },
  open: OpenArticles,
  history: Pick<HistoryRecorder, 'mark'>,
  events: Events,
) {
  const { library, sites, ids } = ports;
  let busy = false;
  let cancelled = false;

  const goOn = (): void => {
    if (cancelled) throw new StetError('sites/cancelled', 'The export was stopped. What was not written yet is as it was.');
  };

  const exporting = new SiteExport(ports, open, history, events, goOn);

  async function siteOf(key: string): Promise<Site> {
    const found = (await library.read()).settings.sites.find((site) => site.key === key);
    if (!found) throw new StetError('sites/missing', 'This site is no longer in the settings. Choose another one.');
    return found;
  }

  async function folderOf(site: Site): Promise<FolderHandle> {
    const folder = await sites.folderOf(site.key);
    if (!folder)
      throw new StetError(
        'sites/no-folder',
        `Stet does not know where “${site.name}” lies on this computer. Choose its folder once.`,
      );
    return folder;
  }

  async function run({ key, ...how }: InputOf<'sites.export'>): Promise<SiteReport> {
    const site = await siteOf(key);
    const folder = await folderOf(site);
    const { what } = site;
    // Otherwise everything in its folder would have to go.
    if (what.kind === 'series' && !(await library.read()).series.some(({ id }) => id === what.series))
      throw new StetError(
        'sites/no-series',
        `The series that goes to “${site.name}” is no longer there, so nothing was changed. Choose in “Site…” what goes there.`,
      );
    return exporting.run(site, folder, how);
  }

  /** The pages of an article on a site, and how they stand to its present text; none where the site cannot be looked at. */
  async function standingOn(site: Site, id: string): Promise<SiteStanding[]> {
    try {
      const folder = await sites.folderOf(site.key);
      const list = folder && (await sites.read(folder.handle, MANIFEST));
      if (!list) return [];
      const files = readManifest(new TextDecoder().decode(list), sites.sha256(site.key));
      const own = [...files]
        .filter(([path, { page }]) => page === pageName(sites, site, id) && PAGE.test(path))
        .map(([path]) => path);
      if (own.length === 0) return [];
      const report = await run({ key: site.key, dryRun: true, replace: false, embargoed: [] });
      const standing = (path: string): SiteStanding['standing'] => {
        if (report.kept.some((kept) => kept.path === path)) return 'changed';
        if (report.written.includes(path)) return 'old';
        return report.removed.includes(path) ? 'leaving' : 'current';
      };
      return own.map((path) => ({ site: site.name, key: site.key, path, standing: standing(path) }));
    } catch (error) {
      // An export to it says what is wrong; here it is only no help.
      if (error instanceof StetError) return [];
      throw error;
    }
  }

  return {
    'sites.list': async () => {
      const { settings } = await library.read();
      return Promise.all(settings.sites.map(async (site) => ({ site, folder: await sites.folderOf(site.key) })));
    },
    'sites.make': async ({ name, language }) => {
      const site: Site = { ...blankSite, key: ids.next(), name, language };
      await library.update((data) => ({ ...data, settings: { ...data.settings, sites: [site, ...data.settings.sites] } }));
      events.emit({ type: 'settings' });
      return site;
    },
    'sites.place': async ({ key, folder }) => {
      await sites.keep((await siteOf(key)).key, folder);
      return null;
    },
    'sites.export': async (input) => {
      if (busy) throw new StetError('sites/busy', 'An export to a site is still under way. Wait until it is done.');
      [busy, cancelled] = [true, false];
      try {
        return await run(input);
      } finally {
        busy = false;
      }
    },
    'sites.standing': async ({ id }) => {
      if (busy) return [];
      cancelled = false;
      const found: SiteStanding[] = [];
      for (const site of (await library.read()).settings.sites) found.push(...(await standingOn(site, id)));
      return found;
    },
    'sites.cancel': () => {
      cancelled = true;
      return Promise.resolve(null);
    },
  } satisfies Partial<Handlers>;
}
