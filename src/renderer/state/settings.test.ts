import { expect, test } from 'vitest';
import { blankSettings, type Settings } from '../../core/article/library';
import { StetError } from '../../core/errors';
import { createClient } from '../../core/rpc/createClient';
import { SettingsState } from './settings.svelte';
import { FakeHost } from './testing/fakeHost';

const words = (not: string, use: string) => ({ not, use, language: null });

test('a second change builds upon the first, also before the host has kept it', async () => {
  let stored: Settings = blankSettings;
  const host = new FakeHost({
    'settings.put': async (change) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return (stored = { ...stored, ...change });
    },
    'settings.get': () => stored,
  });
  const settings = new SettingsState(createClient(host.connection.transport));
  const first = settings.put({ houseWords: [words('Kiev', 'Kyiv')] });
  const second = settings.put({ houseWords: [...settings.value.houseWords, words('Mumbay', 'Mumbai')] });
  await settings.refresh(); // an event of the host comes in between
  expect(settings.value.houseWords).toHaveLength(2);
  await Promise.all([first, second]);
  expect(settings.value).toEqual(stored);
  expect(stored.houseWords).toHaveLength(2);
});

test('what the host could not keep is not shown as kept', async () => {
  const host = new FakeHost({
    'settings.put': () => Promise.reject(new StetError('storage/full', 'The disk is full.')),
    'settings.get': () => blankSettings,
  });
  const settings = new SettingsState(createClient(host.connection.transport));
  await expect(settings.put({ theme: 'dark' })).rejects.toMatchObject({ code: 'storage/full' });
  expect(settings.value.theme).toBe(blankSettings.theme);
});
