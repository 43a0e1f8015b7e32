import { Desk } from './desk';
import { expect, test } from '../test';

test('marks and spaces are set by the article’s language while they are typed; one Backspace or undo gives them back', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => desk.page.keyboard.press(key)), Promise.resolve());
  await desk.newArticle();
  await desk.headline.click();
  await desk.type(`Council: "It isn't over"`);
  await expect(desk.headline).toHaveText('Council: “It isn’t over”');
  await press('Enter', 'Enter');
  await desk.type(`"He called it 'fair' -- in the '90s," she said`);
  expect(await desk.body()).toEqual(['p “He called it ‘fair’ – in the ’90s,” she said']);
  await desk.type('...');
  await press('Backspace');
  expect(await desk.body()).toEqual([expect.stringMatching(/said\.\.\.$/u)]);
  await press('Enter');
  await desk.type('"');
  await press('ControlOrMeta+z');
  expect((await desk.body()).at(-1)).toBe('p "');
  await press('Backspace');

  const language = desk.status.getByRole('button', { name: /English/u });
  await language.click();
  const menu = desk.page.getByRole('dialog', { name: 'Language and punctuation' });
  await menu.getByLabel('Language of this article').fill('French');
  await press('Enter', 'Escape');
  await expect(desk.status.getByRole('button', { name: 'French' })).toBeVisible();
  await desk.paragraphs.last().click();
  await desk.type('"C\'est "notre" port", dit-elle: vraiment?');
  expect((await desk.body()).at(-1)).toBe('p «\u202fC’est “notre” port\u202f», dit-elle\u202f: vraiment\u202f?');
  await press('Backspace');
  expect((await desk.body()).at(-1)).toBe('p «\u202fC’est “notre” port\u202f», dit-elle\u202f: vraiment?');

  await desk.status.getByRole('button', { name: 'French' }).click();
  await menu.getByRole('checkbox', { name: /Smart punctuation/u }).uncheck();
  await expect(desk.status.getByRole('button', { name: 'French, plain punctuation' })).toBeVisible();
  await press('Escape');
  await desk.paragraphs.last().click();
  await press('End');
  await desk.type(' "ah"');
  expect((await desk.body()).at(-1)).toMatch(/vraiment\? "ah"$/u);
  await desk.saved();
});

test('setting punctuation over the whole text leaves words inside quotations, says how many, and one undo takes it back', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Careless');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.page.evaluate(() => navigator.clipboard.writeText(`"It isn't so," she said -- and didn't stay.`));
  await desk.page.keyboard.press('ControlOrMeta+Shift+v');
  await expect(desk.paragraphs.first()).toHaveText(`"It isn't so," she said -- and didn't stay.`);
  await desk.command('Set punctuation for the language');
  await expect(desk.paragraphs.first()).toHaveText(`“It isn't so,” she said – and didn’t stay.`);
  await expect(desk.page.getByRole('group', { name: 'Message' })).toContainText('One place inside a quotation was left alone');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(desk.paragraphs.first()).toHaveText(`"It isn't so," she said -- and didn't stay.`);
  await desk.command('Set punctuation, in quotations too');
  await expect(desk.paragraphs.first()).toHaveText('“It isn’t so,” she said – and didn’t stay.');
});
