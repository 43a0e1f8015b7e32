import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { accessible } from './accessible';
import { Desk } from './desk';
import { expect, test } from '../test';

/** Every file of the library as text, versions unpacked. */
function everything(library: string): string {
  const files = readdirSync(library, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      if (!name.endsWith('.history')) return `${name} ${bytes.toString('utf8')}`;
      const lines = bytes.toString('latin1').split('\n').filter(Boolean);
      return lines.map((line) => inflateRawSync(Buffer.from(line.split(' ')[2] ?? '', 'base64')).toString('utf8')).join('\n');
    })
    .join('\n');
}

test('a name is removed everywhere: from the text, its history and the trash', async ({ stet }) => {
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('Thrown: Berta Quagga');
  await desk.saved();
  await desk.command('Move article to trash');
  await expect(desk.articles()).toHaveCount(1);
  await desk.newArticle('Berta Quagga speaks');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('The source is Berta Quagga, a clerk.');
  await desk.saved();
  await expect.poll(() => everything(stet.library)).toMatch(/berta quagga/iu);

  await desk.command('Remove these words everywhere…');
  const dialog = desk.page.getByRole('dialog', { name: 'Remove these words everywhere' });
  await dialog.getByLabel('Name or words').fill('berta quagga');
  await dialog.getByRole('button', { name: 'Look' }).click();
  await expect(dialog.getByText('Berta Quagga speaks')).toBeVisible();
  await expect(dialog.getByText('(in the trash)')).toBeVisible();
  await expect(dialog).toContainText('This cannot be undone.');
  await accessible(desk.page, 'removing words');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog.getByText('Removed.', { exact: true })).toBeVisible();
  await expect(dialog).toContainText('disk encryption');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(desk.headline).toHaveText('[removed] speaks');
  await desk.text.locator('p').last().click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  expect(await desk.body()).toEqual(['p The source is [removed], a clerk.']);
  await running.close();
  expect(everything(stet.library)).not.toMatch(/quagga/iu);
});
