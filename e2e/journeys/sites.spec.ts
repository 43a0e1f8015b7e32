import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from './desk';
import { expect, test } from '../test';

test('a site is made once; then one key brings its folder up to date and leaves what the desk has changed', async ({ stet }, {
  project,
}) => {
  const home = join(stet.scratch, 'home');
  const native = project.name !== 'loopback';
  const folder = native ? join(stet.scratch, 'chosen') : join(home, 'Documents');
  await Promise.all([mkdir(join(home, 'Documents'), { recursive: true }), mkdir(folder, { recursive: true })]);
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const { page } = desk;
  await desk.newArticle('Ice road opens');
  await page.getByRole('tabpanel', { name: 'Story' }).getByRole('combobox', { name: 'Status' }).selectOption('Published');
  await desk.saved();

  await desk.command('Site…');
  const dialog = page.getByRole('dialog', { name: 'Site' });
  await dialog.getByRole('button', { name: 'Make a site' }).click();
  await dialog.getByLabel('As', { exact: true }).selectOption('Markdown');
  if (native) await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  else {
    await dialog.getByRole('button', { name: 'Documents', exact: true }).click();
    await dialog.getByRole('button', { name: 'Use “Documents”' }).click();
  }
  const report = dialog.getByRole('group', { name: 'What an export would do' });
  await expect(report).toContainText('ice-road-opens.md');
  await expect(report).toContainText('1 draft stays here');
  expect(await readdir(folder)).toEqual([]);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Done. My site: 2 files written.');
  expect((await readdir(folder)).sort()).toEqual(['.stet-site.json', 'ice-road-opens.md', 'index.md']);
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toContain('[Ice road opens](ice-road-opens.md)');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('My site: nothing had changed.');

  await desk.headline.click();
  await page.keyboard.press('End');
  await desk.type(' at dawn');
  await desk.saved();
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('My site: 2 files written, 1 file removed.');
  expect((await readdir(folder)).sort()).toEqual(['.stet-site.json', 'ice-road-opens-at-dawn.md', 'index.md']);

  await writeFile(join(folder, 'index.md'), 'The desk’s own list.\n');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('Left as others made them: index.md.');
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe('The desk’s own list.\n');
});
