import { describe, expect, test } from 'vitest';
import { browserAt, findBrowser, type Machine } from './findBrowser';

const machine = (platform: NodeJS.Platform, programs: string[], env: Record<string, string> = {}): Machine => ({
  platform,
  env,
  home: '/home/reporter',
  isProgram: (path) => programs.includes(path),
});

describe('the browser for a window', () => {
  test.each<[string, Machine, string]>([
    ['Chromium on Linux', machine('linux', ['/usr/bin/chromium']), '/usr/bin/chromium'],
    [
      'Chrome on Linux, on the path only',
      machine('linux', ['/opt/apps/google-chrome'], { PATH: '/usr/bin:/opt/apps' }),
      '/opt/apps/google-chrome',
    ],
    ['Edge on Linux', machine('linux', ['/usr/bin/microsoft-edge-stable']), '/usr/bin/microsoft-edge-stable'],
    [
      'Chrome on a Mac',
      machine('darwin', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Edge on Windows',
      machine('win32', ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'], {
        'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      }),
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('finds %s', (_name, here, path) => {
    expect(findBrowser(here)).toBe(path);
  });

  test('takes Chromium before the everyday browser', () => {
    expect(findBrowser(machine('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  });

  test('never runs what lies in the folder one happens to be in', () => {
    expect(findBrowser(machine('linux', ['./chromium', 'chromium', '/chromium'], { PATH: '.::' }))).toBeNull();
  });

  test('is none where none is installed', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(findBrowser(machine(platform, []))).toBeNull();
  });

  test('is the one in STET_BROWSER, and says so when that is not a program', () => {
    expect(findBrowser(machine('linux', ['/opt/brave', '/usr/bin/chromium'], { STET_BROWSER: '/opt/brave' }))).toBe('/opt/brave');
    expect(() => findBrowser(machine('linux', ['/usr/bin/chromium'], { STET_BROWSER: '/opt/brave' }))).toThrow(/STET_BROWSER/u);
  });

  test('a snap gets its files where it can see them', () => {
    const base = '/home/reporter/snap/chromium/common';
    const found = (here: Machine) => browserAt(findBrowser(here) ?? '', here).base;
    expect(found(machine('linux', ['/snap/bin/chromium']))).toBe(base);
    expect(found(machine('linux', ['/usr/bin/chromium-browser', '/snap/bin/chromium'], { PATH: '/usr/bin' }))).toBe(base);
    expect(found(machine('linux', ['/usr/bin/chromium']))).toBeNull();
  });

  test('is called by its own name', () => {
    expect(browserAt('/usr/bin/google-chrome', machine('linux', [])).name).toBe('Google Chrome');
    expect(browserAt('/opt/brave/brave-browser', machine('linux', [])).name).toBe('brave-browser');
  });
});
