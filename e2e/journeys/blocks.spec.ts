import AxeBuilder from '@axe-core/playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

test('pull quote, fact box, table, link card and code are written by keyboard, kept and exported; a private note stays here', async ({
  stet,
}) => {
  const { page } = await stet.start();
  const desk = await new Desk(page).ready();
  const { keyboard } = page;
  const field = (name: string) => desk.text.getByLabel(name, { exact: true });
  await desk.newArticle('The ice road');
  await keyboard.press('Enter');
  await keyboard.press('Enter');

  await desk.type('You measure the ice, he said.');
  await keyboard.press('Home');
  for (let step = 0; step < 'You measure the ice'.length; step++) await keyboard.press('Shift+ArrowRight');
  await desk.command('Pull quote');
  await keyboard.press('Tab');
  await expect(field('Whose words')).toBeFocused();
  await desk.type('Ilmari Aho');
  await keyboard.press('Enter');

  await desk.type('/fact');
  await page.getByRole('option', { name: 'Fact box' }).waitFor();
  await keyboard.press('Enter');
  await expect(field('Title of the fact box')).toBeFocused();
  await desk.type('In figures');
  await keyboard.press('Enter');
  await desk.type('Open since 1967.');
  await keyboard.press('Enter');
  await keyboard.press('Enter');

  await desk.type('/table');
  await page.getByRole('option', { name: 'Table' }).waitFor();
  await keyboard.press('Enter');
  for (const words of ['Winter', 'Opened', 'Why', '2024', 'January', 'cold', '2025', 'February', 'mild']) {
    await desk.type(words);
    await keyboard.press('Tab');
  }
  await desk.type('2026');
  await expect(desk.text.locator('th')).toHaveText(['Winter', 'Opened', 'Why']);
  await desk.text.getByRole('button', { name: 'Delete column' }).click();
  await expect(desk.text.locator('tr').last()).toHaveText('');
  await keyboard.press('ControlOrMeta+z');
  await expect(desk.text.locator('tr').last()).toHaveText('2026');
  await field('Caption of the table').fill('When it opened');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+End');
  await keyboard.press('ArrowDown');

  await desk.command('Link card');
  await field('Address of the link card').click();
  await desk.type('example.org/film');
  await keyboard.press('Enter');
  await desk.type('A film of the ice');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(field('Site or service')).toHaveValue('example.org');
  await keyboard.press('Enter');

  await desk.command('Code block');
  await desk.type('wait()');
  await field('Language of the code').fill('two words');
  await keyboard.press('Enter');
  await expect(desk.text.getByRole('alert')).toContainText('one short word');
  await field('Language of the code').fill('python');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+End');
  await keyboard.press('ArrowDown');

  await desk.type('Drivers know.');
  for (let step = 0; step < 'know.'.length; step++) await keyboard.press('Shift+ArrowLeft');
  await keyboard.press('ControlOrMeta+Alt+m');
  const note = page.getByRole('dialog', { name: 'Private note' });
  await expect(note).toContainText('private');
  await note.getByLabel('Private note').fill('CANARY ask the agency');
  await keyboard.press('Enter');
  await expect(desk.text.locator('.note')).toHaveText('know.');
  await desk.saved();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).include('.page').analyze()).violations).toEqual([]);

  await page.reload();
  await desk.ready();
  await expect(field('Title of the fact box')).toHaveValue('In figures');
  await expect(field('Caption of the table')).toHaveValue('When it opened');
  const [newest] = (
    await desk.beside('articles.list', null).then((all) => (all as { articles: { id: string; headline: string }[] }).articles)
  ).filter(({ headline }) => headline === 'The ice road');
  const exported = async (format: string) =>
    ((await desk.beside('export.preview', { id: newest?.id, format, options: { whole: false } })) as { text: string }).text;
  const html = await exported('html');
  for (const part of [
    '<aside class="pullquote" role="note">\n<p>You measure the ice</p>\n<p class="speaker">Ilmari Aho</p>',
    '<h2 class="title">In figures</h2>\n<p>Open since 1967.</p>',
    '<caption>When it opened</caption>',
    '<tr><th scope="col">Winter</th><th scope="col">Opened</th><th scope="col">Why</th></tr>',
    '<a class="title" href="https://example.org/film">A film of the ice</a>',
    '<code class="language-python">wait()</code>',
    '<p>Drivers know.</p>',
  ])
    expect(html).toContain(part);
  expect(await exported('markdown')).toContain('> [!FACTBOX] In figures\n>\n> Open since 1967.');
  expect(html + (await exported('markdown')) + (await exported('json'))).not.toContain('CANARY');
});
