import { Desk } from './desk';
import { expect, test } from '../test';

test('the first start shows a sample of the whole shape; deleting it is final, and the empty library says what to do', async ({
  stet,
}) => {
  const first = await stet.start();
  const desk = await new Desk(first.page).ready();
  await expect(desk.articles()).toHaveCount(1);
  for (const part of [desk.kicker, desk.headline, desk.standfirst]) await expect(part).not.toHaveText('');
  await expect(desk.text.locator('h2').first()).toBeVisible();
  await expect(desk.text.getByRole('combobox', { name: 'Who said it' })).not.toHaveValue('');
  await desk.text.click();
  await desk.command('Move article to trash');
  await expect(desk.library.getByRole('button', { name: 'New article' }).last()).toBeVisible();
  await expect(desk.library).toContainText('Nothing here yet');
  await first.close();

  const again = await stet.start();
  const later = await new Desk(again.page).ready();
  await expect(later.library).toContainText('Nothing here yet');
});

test('one document: kicker, headline, standfirst and body under one cursor and one history', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle();
  await desk.kicker.click();
  await desk.type('Coast');
  await desk.page.keyboard.press('Enter');
  await desk.type('Harbour closes for repairs');
  await desk.page.keyboard.press('Enter');
  await desk.type('Two piers are unsafe.');
  await desk.page.keyboard.press('Enter');
  await desk.type('The harbour closed on Monday.');
  await expect(desk.kicker).toHaveText('Coast');
  await expect(desk.headline).toHaveText('Harbour closes for repairs');
  await expect(desk.standfirst).toHaveText('Two piers are unsafe.');
  expect(await desk.body()).toEqual(['p The harbour closed on Monday.']);
  // One history goes back through body, standfirst, headline and kicker.
  for (let step = 0; step < 40 && (await desk.kicker.textContent()) !== ''; step++)
    await desk.page.keyboard.press('ControlOrMeta+z');
  for (const part of [desk.kicker, desk.headline, desk.standfirst]) await expect(part).toHaveText('');
  expect(await desk.body()).toEqual(['p']);
  for (let step = 0; step < 40; step++) await desk.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(desk.headline).toHaveText('Harbour closes for repairs');
  expect(await desk.body()).toEqual(['p The harbour closed on Monday.']);
  await desk.saved();
});

test('crossheads, lists, emphasis, break and abbreviation from the keyboard', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('All blocks');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('## What changes');
  await desk.page.keyboard.press('Enter');
  await desk.type('- one');
  await desk.page.keyboard.press('Enter');
  await desk.type('two');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('1. first');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('ControlOrMeta+b');
  await desk.type('bold');
  await desk.page.keyboard.press('ControlOrMeta+b');
  await desk.type(' and ');
  await desk.page.keyboard.press('ControlOrMeta+i');
  await desk.type('italic');
  await desk.page.keyboard.press('ControlOrMeta+i');
  await desk.page.keyboard.press('Enter');
  await desk.type('/small');
  await expect(desk.page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await desk.type('Smaller');
  await desk.page.keyboard.press('Enter');
  await desk.type('NATO');
  await desk.page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await desk.command('Abbreviation…');
  await desk.page.getByLabel('Stands for').fill('North Atlantic Treaty Organization');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.press('Enter');
  await desk.type('--- after');
  expect(await desk.body()).toEqual([
    'h2 What changes',
    'ul onetwo',
    'ol first',
    'p bold and italic',
    'h3 Smaller',
    'p NATO',
    'hr',
    expect.stringContaining('after'),
  ]);
  await expect(desk.text.locator('abbr')).toHaveAttribute('title', 'North Atlantic Treaty Organization');
  await expect(desk.text.locator('strong')).toHaveText('bold');
  await expect(desk.text.locator('em')).toHaveText('italic');
});

test('byline, dateline and section are edited in place and undone like text', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const inspector = desk.page.getByRole('region', { name: 'Inspector' });
  await inspector.getByLabel('Dateline').fill('Halden');
  await inspector.getByLabel('Dateline').press('Tab');
  await expect(desk.text).toContainText('HALDEN', { ignoreCase: true });
  await desk.saved();
  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(inspector.getByLabel('Dateline')).toHaveValue('Nordhavn');
  await desk.text.getByRole('button', { name: /By Ada Lindqvist/u }).click();
  await desk.page.keyboard.press('ControlOrMeta+a');
  await desk.type('Tom Falk');
  await desk.page.keyboard.press('Enter');
  await expect(inspector.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Tom Falk');
});

test('a link is made, shows where it leads, and an unsafe one is refused', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Links');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('timetable');
  await desk.page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await desk.page.keyboard.press('ControlOrMeta+k');
  await desk.page.getByLabel('Link to').fill('javascript:alert(1)');
  await desk.page.keyboard.press('Enter');
  await expect(desk.text.locator('a')).toHaveCount(0);
  await expect(desk.page.getByRole('dialog', { name: 'Link' }).getByRole('alert')).toContainText('Neither an address');
  await expect(desk.page.getByLabel('Link to')).toHaveValue('javascript:alert(1)');
  await desk.page.getByLabel('Link to').fill('example.org/timetable');
  await desk.page.keyboard.press('Enter');
  await expect(desk.text.locator('a')).toHaveText('timetable');
  await desk.saved();
});
