import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accessible } from './accessible';
import { Desk } from './desk';
import { expect, test } from '../test';

test('an annotated copy for a lawyer holds notes and evidence, leaves protected names out, and is never filed', async ({ stet }, {
  project,
}) => {
  const home = join(stet.scratch, 'home');
  const native = project.name !== 'loopback';
  const folder = native ? join(stet.scratch, 'chosen') : join(home, 'Documents');
  await Promise.all([mkdir(join(home, 'Documents'), { recursive: true }), mkdir(folder, { recursive: true })]);
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const { page } = desk;
  // A quotation that was said on background.
  await page.getByRole('tab', { name: 'Quotes' }).click();
  const quotes = page.getByRole('tabpanel', { name: 'Quotes' });
  await quotes.getByRole('button', { name: 'Evidence', exact: true }).first().click();
  await quotes.getByLabel('Terms').selectOption('On background');
  await desk.saved();

  await desk.command('Annotated copy…');
  const dialog = page.getByRole('dialog', { name: 'Annotated copy' });
  await expect(dialog).toContainText('marked on every page as private and not for publication');
  await expect(dialog.getByRole('checkbox', { name: 'Leave out the names of protected sources' })).toBeChecked();
  await accessible(page, 'annotated copy');
  if (native) await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  else await dialog.getByRole('button', { name: 'Documents', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('night-ferry – annotated – private.docx');
  await expect(dialog.getByRole('status')).toContainText('does not count as filed');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await desk.command('Annotated copy…');
  await dialog.getByText('Web page').click();
  if (native) await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  else await dialog.getByRole('button', { name: 'Documents', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Done.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const names = (await readdir(folder)).sort();
  expect(names).toEqual(['night-ferry – annotated – private.docx', 'night-ferry – annotated – private.html']);
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  const html = await readFile(join(folder, names[1] ?? ''), 'utf8');
  expect(html).toContain('Notes like this one never leave the library.');
  expect(html).toContain('PROTECT: said on background');
  expect(html).not.toContain('Marit Solheim');

  await desk.command('Show what changed since I filed');
  await expect(page.getByText('This article has not been exported yet')).toBeVisible();
  // The next export is as public as ever, and offers no such copy.
  await desk.command('Export…');
  const formats = await page
    .getByRole('dialog', { name: 'Export' })
    .getByLabel('As', { exact: true })
    .locator('option')
    .allTextContents();
  expect(formats.length).toBeGreaterThan(5);
  expect(formats.join()).not.toMatch(/annotated/iu);
});
