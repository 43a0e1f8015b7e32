/** What differs between hosts, once: `docs/hosts.md` shows this table, and journeys hold the `info` rows against each running host. */
export interface ParityRow {
  what: string;
  electron: string;
  loopback: string;
  cli: string;
}

export const parity: readonly ParityRow[] = [
  {
    what: 'Window',
    electron: 'its own',
    loopback: 'an app window of Chromium, Chrome or Edge with a profile of its own',
    cli: 'none',
  },
  { what: 'Menu', electron: 'the platform’s', loopback: 'drawn in the window', cli: 'none' },
  { what: 'Choosing a folder', electron: 'the platform’s dialog', loopback: 'drawn in the window', cli: 'an argument' },
  { what: 'Choosing files to import', electron: 'the platform’s dialog', loopback: 'the browser’s dialog', cli: 'arguments' },
  {
    what: 'Opening an address',
    electron: 'asks, then the system’s browser (https and mail)',
    loopback: 'the system’s browser (http, https and mail)',
    cli: 'never',
  },
  {
    what: 'Calls',
    electron: '`ipcMain.handle`, sender checked',
    loopback: '`POST /rpc` on 127.0.0.1, token and cookie',
    cli: 'in the process, or over the library’s socket',
  },
  {
    what: 'Foreign text is parsed',
    electron: 'in a killable thread',
    loopback: 'in a killable thread',
    cli: 'in the process itself, with the same limits',
  },
  {
    what: 'A second start on the same library',
    electron: 'brings the first to the front',
    loopback: 'brings the first to the front, as far as the browser allows',
    cli: 'reads beside it, hands writes to it',
  },
  {
    what: 'Printing to PDF',
    electron: 'Electron’s own print, in a window that is never shown',
    loopback: 'Chromium, Chrome or Edge without a window',
    cli: 'Chromium, Chrome or Edge without a window',
  },
  { what: 'Spelling', electron: 'off (dictionaries would come from a server)', loopback: 'off', cli: 'none' },
];

/** What `app.info` must answer on each host with a window. */
export const info = {
  electron: { host: 'electron', nativeDialogs: true },
  standin: { host: 'electron', nativeDialogs: true },
  loopback: { host: 'loopback', nativeDialogs: false },
} as const;

/** The table as `docs/hosts.md` shows it. */
export function parityTable(): string {
  const rows = parity.map(({ what, electron, loopback, cli }) => `| ${what} | ${electron} | ${loopback} | ${cli} |`);
  return ['| | Electron | loopback | command line |', '|---|---|---|---|', ...rows].join('\n');
}
