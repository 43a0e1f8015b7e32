import { describe, expect, test } from 'vitest';
import { createOpener } from './opener';

const opened = async (platform: NodeJS.Platform, url: string) => {
  const runs: unknown[] = [];
  await createOpener(platform, async (command, parameters) => {
    runs.push([command, ...parameters]);
  }).open(url);
  return runs;
};

describe('opening an address outside', () => {
  test.each<[NodeJS.Platform, string[]]>([
    ['linux', ['xdg-open', 'https://example.org/a?b=c&d=%22']],
    ['darwin', ['/usr/bin/open', 'https://example.org/a?b=c&d=%22']],
    ['win32', ['rundll32.exe', 'url.dll,FileProtocolHandler', 'https://example.org/a?b=c&d=%22']],
  ])('on %s is one argument for the system’s own program', async (platform, run) => {
    expect(await opened(platform, 'https://example.org/a?b=c&d="')).toEqual([run]);
  });

  test('takes mail addresses', async () => {
    expect(await opened('linux', 'mailto:desk@example.org')).toEqual([['xdg-open', 'mailto:desk@example.org']]);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//example.org',
    '-h',
    '--help',
    'smb://host/share',
    'https://',
    'https://a.example/\n--x',
    'vbscript:x',
    'https://example.org@evil.test/',
    'mailto:desk@example.org?attach=/etc/passwd',
    '',
  ])('refuses %j and starts nothing', async (url) => {
    const runs: string[] = [];
    const opener = createOpener('linux', async (command) => void runs.push(command));
    await expect(opener.open(url)).rejects.toMatchObject({ code: 'links/refused' });
    expect(runs).toEqual([]);
  });

  test('a program that is not there is an error in the writer’s words', async () => {
    const opener = createOpener('linux', () =>
      Promise.reject(Object.assign(new Error('spawn xdg-open ENOENT'), { code: 'ENOENT' })),
    );
    await expect(opener.open('https://example.org/')).rejects.toMatchObject({ code: 'links/failed' });
  });
});
