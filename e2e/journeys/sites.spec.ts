import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessible } from './accessible';
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
  await accessible(page, 'site');
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
  await expect(page.getByRole('group', { name: 'Message' })).toContainText('Left as they are: index.md.');
  expect(await readFile(join(folder, 'index.md'), 'utf8')).toBe('The desk’s own list.\n');
});

test('after filing: what changed is a line for the desk, the page with the old text is named, and a correction is drafted', async ({
  stet,
}, { project }) => {
  const home = join(stet.scratch, 'home');
  const native = project.name !== 'loopback';
  const folder = native ? join(stet.scratch, 'chosen') : join(home, 'Documents');
  await Promise.all([mkdir(join(home, 'Documents'), { recursive: true }), mkdir(folder, { recursive: true })]);
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const { page } = desk;
  await desk.newArticle('Ice road opens');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await desk.type('The road opened with 14 lorries.');
  await page.getByRole('tabpanel', { name: 'Story' }).getByRole('combobox', { name: 'Status' }).selectOption('Published');
  await desk.saved();
  await desk.command('Site…');
  const dialog = page.getByRole('dialog', { name: 'Site' });
  await dialog.getByRole('button', { name: 'Make a site' }).click();
  if (native) await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  else {
    await dialog.getByRole('button', { name: 'Documents', exact: true }).click();
    await dialog.getByRole('button', { name: 'Use “Documents”' }).click();
  }
  await expect(dialog.getByRole('group', { name: 'What an export would do' })).toContainText('ice-road-opens.html');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Done.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await desk.paragraphs.filter({ hasText: '14 lorries' }).click();
  await page.keyboard.press('End');
  for (let sign = 0; sign < '4 lorries.'.length; sign++) await page.keyboard.press('Backspace');
  await desk.type('2 lorries.');
  await desk.saved();
  await page.getByRole('tab', { name: /^History/u }).click();
  const after = page.getByRole('region', { name: 'After filing' });
  await expect(after).toContainText('UPDATES: changes 1 paragraph.');
  await expect(after.getByRole('list', { name: 'Files on your sites' })).toContainText(
    'ice-road-opens.html: still has the old text',
  );
  await accessible(page, 'after filing');
  await after.getByRole('button', { name: 'Draft a correction' }).click();
  await expect(page.getByRole('group', { name: 'Corrections' }).locator('textarea')).toHaveValue(
    'An earlier version of this article said “The road opened with 14 lorries”; it should have said “The road opened with 12 lorries”.',
  );
  await desk.saved();
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(page.getByRole('group', { name: 'Message' }).filter({ hasText: 'My site' })).toContainText('1 file written');
  expect(await readFile(join(folder, 'ice-road-opens.html'), 'utf8')).toContain('12 lorries');
});
