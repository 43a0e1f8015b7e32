import { Desk } from './desk';
import { expect, test } from '../test';

test('words are found and replaced; replacing everywhere leaves quotations, says so, and one undo takes it back', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };
  await desk.newArticle('Kiev waits');
  await press('Enter', 'Enter');
  await desk.type('From Kiev: "Kiev is home," she said in Kiev.');
  await press('Enter');
  await desk.type('Old Kiev and its résumé.');
  const before = await desk.body();

  await press('ControlOrMeta+f');
  const bar = desk.page.getByRole('search', { name: 'Find in the article' });
  const field = bar.getByRole('textbox', { name: 'Find' });
  await expect(field).toBeFocused();
  await desk.type('kiev');
  await expect(bar.getByRole('status').first()).toHaveText(/of 5$/u);
  const drawn = () =>
    desk.page.evaluate(() => ['stet-found', 'stet-found-current'].map((name) => (CSS.highlights.get(name) as Highlight).size));
  await expect.poll(drawn).toEqual([4, 1]);
  await press('Enter');
  const first = await bar.getByRole('status').first().textContent();
  await press('Enter', 'Shift+Enter');
  await expect(bar.getByRole('status').first()).toHaveText(first ?? '');
  await press('F3');
  await expect(bar.getByRole('status').first()).not.toHaveText(first ?? '');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status').first()).toHaveText('Not in the text');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await field.fill('resume');
  await bar.getByRole('button', { name: 'Ignore accents' }).click();
  await expect(bar.getByRole('status').first()).toHaveText('1 of 1');

  await press('ControlOrMeta+h');
  await field.fill('Kiev');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('Kyiv');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar).toContainText('Replaced in 4 places. One inside quotations left as it is.');
  await expect(desk.headline).toHaveText('Kyiv waits');
  expect(await desk.body()).toEqual(['p From Kyiv: “Kiev is home,” she said in Kyiv.', 'p Old Kyiv and its résumé.']);
  await press('Escape');
  await expect(bar).toBeHidden();
  await press('ControlOrMeta+z');
  await expect(desk.headline).toHaveText('Kiev waits');
  expect(await desk.body()).toEqual(before);

  await press('ControlOrMeta+h');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await bar.getByRole('button', { name: 'Replace those too' }).click();
  expect((await desk.body())[0]).toBe('p From Kyiv: “Kyiv is home,” she said in Kyiv.');
  await bar.getByRole('button', { name: 'Undo' }).click();
  expect((await desk.body())[0]).toBe('p From Kyiv: “Kiev is home,” she said in Kyiv.');
  await press('Escape');
  await desk.saved();
});
