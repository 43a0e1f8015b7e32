import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from './desk';
import { expect, test } from '../test';

/** The text of every article file of a library, straight from the disk. */
async function onDisk(library: string): Promise<string> {
  const folder = join(library, 'articles');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

test('“Saved” means on disk; a killed host loses nothing that was said to be saved', async ({ stet }) => {
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('Written late');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('Every word of this must be there tomorrow.');
  await desk.saved();
  expect(await onDisk(stet.library)).toContain('Every word of this must be there tomorrow.');
  await running.kill();
  const desk2 = await new Desk((await stet.start()).page).ready();
  await expect(desk2.headline).toHaveText('Written late');
  expect(await desk2.body()).toEqual(['p Every word of this must be there tomorrow.']);
});

test('after an unclean end the next start says so once, and its details hold no words', async ({ stet }) => {
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  const notice = desk.page.getByRole('status', { name: 'After an unclean end' });
  await expect(notice).toHaveCount(0);
  await desk.newArticle('Canary headline');
  await desk.saved();
  await running.kill();
  const second = await stet.start();
  const desk2 = await new Desk(second.page).ready();
  const told = desk2.page.getByRole('status', { name: 'After an unclean end' });
  await expect(told).toContainText('Everything that it said was saved is here.');
  await expect(told).toContainText('“Canary headline”');
  await told.getByRole('button', { name: 'Copy details' }).click();
  await expect(desk2.page.getByText('The details are copied.')).toBeVisible();
  const search = desk2.library.getByRole('searchbox');
  await search.focus();
  await desk2.page.keyboard.press('ControlOrMeta+v');
  await expect(search).toHaveValue(/started after an unclean end/u);
  expect(await search.inputValue()).not.toContain('Canary');
  await search.fill('');
  await told.getByRole('button', { name: 'Good' }).click();
  await expect(told).toHaveCount(0);
  await desk2.saved();
  await second.close();
  const desk3 = await new Desk((await stet.start()).page).ready();
  await expect(desk3.page.getByRole('status', { name: 'After an unclean end' })).toHaveCount(0);
});

test('a window closed right after a key has everything saved', async ({ stet }) => {
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('Closing time');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('The last word is here');
  await running.close();
  expect(await onDisk(stet.library)).toContain('The last word is here');
});

test('reopening returns to the article and the place in it', async ({ stet }) => {
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('Where was I');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  for (let line = 1; line <= 12; line++) {
    await desk.type(`Line ${line}`);
    await desk.page.keyboard.press('Enter');
  }
  await desk.text.locator('p', { hasText: /^Line 7$/u }).click();
  await desk.page.keyboard.press('End');
  await desk.saved();
  await running.close();
  const desk2 = await new Desk((await stet.start()).page).ready();
  await expect(desk2.headline).toHaveText('Where was I');
  await desk2.type(', here');
  expect(await desk2.body()).toContain('p Line 7, here');
});

test('delete goes to the trash with undo, and the trash gives back', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Second thoughts');
  await desk.saved();
  await desk.command('Move article to trash');
  await expect(desk.articles()).toHaveCount(1);
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.articles()).toHaveCount(2);
  await expect(desk.headline).toHaveText('Second thoughts');
  await desk.command('Move article to trash');
  await expect(desk.articles()).toHaveCount(1);
  await desk.library.getByRole('button', { name: /Trash/u }).click();
  await desk.library.getByRole('button', { name: /Restore/u }).click();
  await expect(desk.headline).toHaveText('Second thoughts');
});

test('deleting for good asks, names what goes, and leaves nothing of it', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Quaggas of the delta');
  await desk.saved();
  await desk.command('Move article to trash');
  await expect(desk.articles()).toHaveCount(1);
  await desk.library.getByRole('button', { name: /Trash/u }).click();
  await expect(desk.library.getByText('deleted for good')).toContainText('30 days');
  await desk.library.getByRole('button', { name: 'Empty trash…' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('Quaggas of the delta');
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  expect(await onDisk(stet.library)).toContain('Quaggas');
  await desk.library.getByRole('button', { name: 'Delete “Quaggas of the delta” for good…' }).click();
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.library.getByText('Nothing in the trash.')).toBeVisible();
  expect(await onDisk(stet.library)).not.toContain('Quaggas');
});

test('a save that fails says why, gives the text out, and is tried again', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Full disk');
  await desk.saved();
  const folder = join(stet.library, 'articles');
  await rename(folder, `${folder}.away`);
  await desk.type(', again');
  const state = desk.status.getByRole('status');
  await expect(state).toContainText(/^\s*Not saved: .{10}/u);
  // Another article may not take the page: the words are nowhere else.
  await desk.articles().last().click();
  await expect(desk.page.getByText('Not saved').first()).toBeVisible();
  await desk.page.waitForTimeout(500);
  await expect(desk.headline).toHaveText('Full disk, again');
  await desk.status.getByRole('button', { name: 'Copy the text' }).click();
  await expect(desk.page.getByText('The whole text is copied. Paste it where it is safe.')).toBeVisible();
  await rm(folder, { recursive: true, force: true });
  await rename(`${folder}.away`, folder);
  // Stet tries again by itself as well: whichever comes first.
  await Promise.race([desk.status.getByRole('button', { name: 'Try again' }).click(), desk.saved()]);
  await desk.saved();
  await desk.type(' and again');
  await expect(desk.headline).toHaveText('Full disk, again and again');
  await desk.saved();
});

/** Puts `words` into the only paragraph of an article from elsewhere, while a window has it open. */
async function editElsewhere(desk: Desk, headline: string, words: string): Promise<void> {
  const { articles } = (await desk.beside('articles.list', {})) as {
    articles: { id: string; headline: string; revision: number }[];
  };
  const { id, revision } = articles.find((article) => article.headline === headline)!;
  const insert = [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
  const changes = { fields: {}, splices: [{ from: 3, remove: 1, insert }], length: 4 };
  expect(await desk.beside('articles.save', { id, baseRevision: revision, changes })).toHaveProperty('saved');
}

test('an article edited twice at once: both versions are kept and shown', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Two hands');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('From this window.');
  await desk.saved();
  await editElsewhere(desk, 'Two hands', 'From another window.');
  await desk.type(' And on.');
  await expect(desk.status.getByRole('status')).toHaveText('Not saved: changed elsewhere');
  await desk.articles().last().click();
  await expect(desk.page.getByText('Say first which version to keep.')).toBeVisible();
  expect(await desk.body()).toEqual(['p From this window. And on.']);
  await desk.page.getByRole('button', { name: 'Keep both' }).click();
  await expect.poll(() => desk.body()).toEqual(['p From this window. And on.']);
  await desk.saved();
  const both = desk.articles().filter({ hasText: 'Two hands' });
  await expect(both).toHaveCount(2);
  const copy = both.filter({ hasText: /conflict copy, \d\d:\d\d/u });
  await expect(copy).toHaveAttribute('aria-selected', 'true');
  await desk.page.getByRole('group', { name: 'Message' }).getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => desk.body()).toEqual(['p From another window.']);
  await copy.click();
  await expect.poll(() => desk.body()).toEqual(['p From this window. And on.']);
  await both
    .filter({ hasNot: desk.page.locator('[aria-selected="true"]') })
    .last()
    .click();
  await expect.poll(() => desk.body()).toEqual(['p From another window.']);
});

test('another version that a synchronised folder left is shown beside its original', async ({ stet }) => {
  const first = await stet.start();
  const desk = await new Desk(first.page).ready();
  await desk.newArticle('Two computers');
  await desk.saved();
  await first.close();
  const folder = join(stet.library, 'articles');
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const at = texts.findIndex((text) => text.includes('Two computers'));
  const conflicted = `${names[at]!.replace('.json', '')} (Ada's conflicted copy 2026-11-20).json`;
  await writeFile(join(folder, conflicted), texts[at]!.replace('Two computers', 'Too many computers'));
  const desk2 = await new Desk((await stet.start()).page).ready();
  await expect(desk2.articles().filter({ hasText: 'Too many computers' })).toHaveCount(1);
  await expect(desk2.articles().filter({ hasText: 'Two computers' })).toHaveCount(1);
  await expect(desk2.page.getByText('Both are in the library')).toBeVisible();
  await expect(desk2.articles().filter({ hasText: 'conflict copy' })).toHaveText(/Too many computers/u);
  await desk2.page.getByRole('group', { name: 'Message' }).getByRole('button', { name: 'Show' }).click();
  await expect(desk2.headline).toHaveText('Too many computers');
  expect(await readdir(join(stet.library, 'set-aside'))).toEqual([conflicted]);
});

test('the library’s version can be taken instead, and taken back', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('One hand');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('From this window.');
  await desk.saved();
  await editElsewhere(desk, 'One hand', 'From another window.');
  await desk.type(' And on.');
  await desk.page.getByRole('button', { name: 'Take the library’s' }).click();
  await expect.poll(() => desk.body()).toEqual(['p From another window.']);
  await desk.saved();
  await desk.text.locator('p').last().click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => desk.body()).toEqual(['p From this window. And on.']);
  await desk.saved();
});
