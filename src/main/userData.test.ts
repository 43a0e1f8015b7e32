import { expect, test } from 'vitest';
import { libraryFolder } from './userData';

const linux = { platform: 'linux', home: '/home/ada', cwd: '/desk' } as const;

test('the option goes before the environment, and that before the platform’s folder', () => {
  const env = { STET_LIBRARY: '/env' };
  expect(libraryFolder(['node', 'stet', '--library', 'here'], env, linux)).toBe('/desk/here');
  expect(libraryFolder(['--library=/there'], env, linux)).toBe('/there');
  expect(libraryFolder([], env, linux)).toBe('/env');
  expect(libraryFolder([], { STET_LIBRARY: '' }, linux)).toBe('/home/ada/.local/share/stet/library');
});

test('each platform has its own folder', () => {
  expect(libraryFolder([], { XDG_DATA_HOME: '/data' }, linux)).toBe('/data/stet/library');
  expect(libraryFolder([], { XDG_DATA_HOME: 'data' }, linux)).toBe('/home/ada/.local/share/stet/library');
  expect(libraryFolder([], {}, { ...linux, platform: 'darwin', home: '/Users/ada' })).toBe(
    '/Users/ada/Library/Application Support/Stet/Library',
  );
  expect(libraryFolder([], { APPDATA: 'C:\\Users\\Ada\\AppData\\Roaming' }, { ...linux, platform: 'win32' })).toBe(
    'C:\\Users\\Ada\\AppData\\Roaming\\Stet\\Library',
  );
});

test('an option without its folder is an error, not the default library', () => {
  expect(() => libraryFolder(['--library'], {}, linux)).toThrow(expect.objectContaining({ code: 'library/no-path' }));
  expect(() => libraryFolder(['--library', '--json'], {}, linux)).toThrow(expect.objectContaining({ code: 'library/no-path' }));
});
