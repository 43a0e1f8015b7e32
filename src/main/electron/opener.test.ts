import type { Dialog, Shell } from 'electron';
import { expect, test, vi } from 'vitest';
import { systemOpener } from './opener';

function opener(response: number) {
  const openExternal = vi.fn(async () => undefined);
  const showMessageBox = vi.fn(async (_options: { detail: string }) => ({ response }));
  return {
    openExternal,
    showMessageBox,
    ...systemOpener({ openExternal } as unknown as Shell, { showMessageBox } as unknown as Dialog, () => null),
  };
}

test('an address opens outside only after it was shown and agreed to', async () => {
  const yes = opener(0);
  await yes.open('https://example.org/a');
  expect(yes.showMessageBox.mock.calls[0]?.[0]).toMatchObject({
    message: 'Open a page of example.org in your browser?',
    detail: 'https://example.org/a',
  });
  expect(yes.openExternal).toHaveBeenCalledWith('https://example.org/a');
  const no = opener(1);
  await no.open('https://example.org/a');
  expect(no.openExternal).not.toHaveBeenCalled();
});

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  '//example.org',
  'ms-msdt:/id',
  'https://example.org@evil.test/',
  'mailto:desk@example.org?attach=/etc/passwd',
])('%s is refused', async (url) => {
  const host = opener(0);
  await expect(host.open(url)).rejects.toMatchObject({ code: 'links/refused' });
  expect(host.showMessageBox).not.toHaveBeenCalled();
});
