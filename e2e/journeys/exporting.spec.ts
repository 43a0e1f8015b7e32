import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

/** Chooses a fresh folder named `name` for the export, in whichever way the host has. */
async function chooseFolder(page: Page, host: string, scratch: string, name: string): Promise<string | null> {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  if (host !== 'loopback') {
    await mkdir(join(scratch, 'chosen'), { recursive: true });
    await dialog.getByRole('button', { name: /Choose a folder|chosen/u }).click();
    return join(scratch, 'chosen');
  }
  await dialog.getByRole('button', { name: 'New folder' }).click();
  await dialog.getByLabel('Name of the new folder').fill(name);
  await dialog.getByRole('button', { name: 'Make' }).click();
  await expect(dialog.getByRole('group', { name: 'Folder' }).locator('strong')).toHaveText(name);
  return null;
}

test('an article is previewed and written as a page, and as Markdown; nothing private goes along', async ({ stet }, info) => {
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  await desk.command('Export…');
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  const preview = dialog.frameLocator('iframe');
  await expect(preview.locator('h1')).toHaveText('Night ferry returns after three winters');
  await expect(preview.locator('figure.quote figcaption')).toContainText('Marit Solheim');
  const folder = (await chooseFolder(desk.page, info.project.name, stet.scratch, 'filed')) ?? (await found(home, 'filed'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  const html = await readFile(join(folder, 'night-ferry.html'), 'utf8');
  expect(html).toContain('<blockquote');
  expect(html).not.toContain('Notes like this one');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await desk.command('Export…');
  await dialog.getByLabel('As', { exact: true }).selectOption('Markdown');
  await expect(dialog.locator('pre')).toContainText('— Marit Solheim, ward nurse');
  if (info.project.name === 'loopback') await goTo(desk.page, 'filed');
  else await chooseFolder(desk.page, info.project.name, stet.scratch, 'filed');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  expect(await readFile(join(folder, 'night-ferry.md'), 'utf8')).toContain('## A bed on the mainland');
  expect((await readdir(folder)).sort()).toEqual(['night-ferry.html', 'night-ferry.md']);
});

async function goTo(page: Page, name: string): Promise<void> {
  const chooser = page.getByRole('dialog', { name: 'Export' }).getByRole('group', { name: 'Folder' });
  if ((await chooser.locator('strong').textContent()) === name) return;
  await chooser.getByRole('button', { name, exact: true }).click();
  await expect(chooser.locator('strong')).toHaveText(name);
}

async function found(root: string, name: string): Promise<string> {
  const entry = (await readdir(root, { recursive: true, withFileTypes: true })).find(
    (one) => one.isDirectory() && one.name === name,
  );
  if (!entry) throw new Error(`no folder ${name} under the home of the test`);
  return join(entry.parentPath, entry.name);
}

test('a file that is there already is never replaced unseen', async ({ stet }, info) => {
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await desk.command('Export…');
  await chooseFolder(desk.page, info.project.name, stet.scratch, 'twice');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await desk.command('Export…');
  if (info.project.name === 'loopback') await goTo(desk.page, 'twice');
  else await chooseFolder(desk.page, info.project.name, stet.scratch, 'twice');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Already in this folder:')).toBeVisible();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
});

test('what plain text cannot carry is said first, and one key saves it all the same', async ({ stet }, info) => {
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await desk.command('Export…');
  await dialog.getByLabel('As', { exact: true }).selectOption('Plain text');
  await expect(dialog.locator('pre')).toContainText('— Marit Solheim, ward nurse');
  await expect(dialog.getByRole('status')).toContainText(/Plain text cannot carry .*1 link/u);
  const folder = (await chooseFolder(desk.page, info.project.name, stet.scratch, 'wire')) ?? (await found(home, 'wire'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Save anyway' })).toBeFocused();
  expect(await readdir(folder)).toEqual([]);
  await desk.page.keyboard.press('Enter');
  await expect(dialog.getByText('Done.')).toBeVisible();
  expect(await readFile(join(folder, 'night-ferry.txt'), 'utf8')).toContain('A bed on the mainland\n');
});

test('Escape gives up the name of a new folder before the export', async ({ stet }, info) => {
  test.skip(info.project.name !== 'loopback', 'only loopback draws its own folders');
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  await desk.command('Export…');
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'New folder' }).click();
  await expect(dialog.getByLabel('Name of the new folder')).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(dialog.getByLabel('Name of the new folder')).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
});

test('an article is printed to a PDF with tags and an outline', async ({ stet }, info) => {
  test.skip(info.project.name === 'standin', 'the stand-in for Electron prints nothing');
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await desk.command('Export…');
  await dialog.getByLabel('As', { exact: true }).selectOption('PDF');
  await expect(dialog.frameLocator('iframe').locator('h1')).toHaveText('Night ferry returns after three winters');
  const folder = (await chooseFolder(desk.page, info.project.name, stet.scratch, 'print')) ?? (await found(home, 'print'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible({ timeout: 30_000 });
  const pdf = (await readFile(join(folder, 'night-ferry.pdf'))).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  for (const part of ['/StructTreeRoot', '/Outlines', 'Night ferry returns']) expect(pdf).toContain(part);
  expect(await readdir(folder)).toEqual(['night-ferry.pdf']);
});

test('an article goes to the desk as a Word document and comes back with every part in its place', async ({ stet }, info) => {
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const body = await desk.body();
  await desk.command('Export…');
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByLabel('As', { exact: true }).selectOption('Word document');
  await expect(dialog.frameLocator('iframe').locator('h1')).toHaveText('Night ferry returns after three winters');
  const folder = (await chooseFolder(desk.page, info.project.name, stet.scratch, 'desk')) ?? (await found(home, 'desk'));
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const anyway = dialog.getByRole('button', { name: 'Save anyway' });
  await anyway.or(dialog.getByText('Done.')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const buffer = await readFile(join(folder, 'night-ferry.docx'));
  const before = await desk.articles().count();
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await desk.page.getByLabel('Files to import').setInputFiles({ name: 'night-ferry.docx', mimeType, buffer });
  await expect(desk.articles()).toHaveCount(before + 1);
  await expect(desk.headline).toHaveText('Night ferry returns after three winters');
  expect(await desk.body()).toEqual(body);
});

test('several articles printed at once say how far they are, and are stopped with what was written named', async ({
  stet,
}, info) => {
  test.skip(info.project.name === 'standin', 'the stand-in for Electron prints nothing');
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const desk = await new Desk((await stet.start({ home })).page).ready();
  for (const headline of ['Ice', 'Thaw', 'Flood', 'Drought']) await desk.newArticle(headline);
  await desk.saved();
  await desk.command('Export…');
  const dialog = desk.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Several').click();
  for (const headline of ['Ice', 'Thaw', 'Flood']) await dialog.getByRole('checkbox', { name: headline, exact: true }).check();
  await dialog.getByLabel('As', { exact: true }).selectOption('PDF');
  const folder = (await chooseFolder(desk.page, info.project.name, stet.scratch, 'prints')) ?? (await found(home, 'prints'));
  await dialog.getByRole('button', { name: 'Export 4 articles' }).click();
  await expect(dialog.getByRole('status')).toContainText(/Written: [1-3] of 4/u);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('status')).toContainText('Not written:');
  const written = (await readdir(folder)).sort();
  expect(written.length).toBeGreaterThan(0);
  expect(written.length).toBeLessThan(4);
  for (const name of written) await expect(dialog.getByRole('status')).toContainText(name);
});
