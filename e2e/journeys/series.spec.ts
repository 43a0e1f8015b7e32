import { Desk } from './desk';
import { expect, test } from '../test';

test('both ends of a link show it at once; one click opens the neighbour', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Part one');
  await desk.saved();
  await desk.newArticle('Part two');
  await desk.saved();
  const foot = desk.page.getByRole('navigation', { name: 'Series' });
  await foot.getByRole('button', { name: 'Link previous' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('part o');
  await dialog.getByRole('option', { name: /Part one/u }).click();
  await expect(foot.getByRole('button', { name: 'Part one' })).toBeVisible();
  await foot.getByRole('button', { name: 'Part one' }).click();
  await expect(desk.headline).toHaveText('Part one');
  await expect(foot.getByRole('button', { name: 'Part two' })).toBeVisible();
  await desk.page.keyboard.press('ControlOrMeta+Alt+ArrowDown');
  await expect(desk.headline).toHaveText('Part two');
});

test('outside pieces, an insertion between, a new order, and taking a piece out', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Middle');
  await desk.saved();
  const foot = desk.page.getByRole('navigation', { name: 'Series' });
  const outside = async (side: 'previous' | 'next', title: string, address: string) => {
    await desk.command(`Link ${side} piece…`);
    await desk.page.getByRole('button', { name: 'A piece outside the library…' }).click();
    await desk.page.getByLabel('Title', { exact: true }).fill(title);
    await desk.page.getByLabel('Address, if there is one').fill(address);
    await desk.page.getByRole('button', { name: 'Link it' }).click();
    await expect(foot.getByRole('button', { name: title })).toBeVisible();
  };
  await outside('next', 'The last ferry', 'https://example.org/last');
  await outside('next', 'Between the two', '');
  await outside('previous', 'The first ferry', '');

  await desk.page.getByRole('tab', { name: /Series/u }).click();
  const pieces = desk.page.getByRole('list', { name: 'Pieces in order' }).getByRole('listitem');
  const order = async () => (await pieces.locator('.title').allTextContents()).map((title) => title.trim());
  await expect.poll(order).toEqual(['The first ferry', 'Middle', 'Between the two', 'The last ferry']);
  await desk.page.getByRole('button', { name: 'Move “The last ferry” up' }).click();
  await expect.poll(order).toEqual(['The first ferry', 'Middle', 'The last ferry', 'Between the two']);
  await desk.page.getByRole('button', { name: 'Take “The last ferry” out of the series' }).click();
  await expect.poll(order).toEqual(['The first ferry', 'Middle', 'Between the two']);
  await expect(foot.getByRole('button', { name: 'Between the two' })).toBeVisible();
  // Only the last step is offered for undo: an earlier one would take the later ones along.
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(order).toEqual(['The first ferry', 'Middle', 'The last ferry', 'Between the two']);
  await expect(desk.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a piece that stands elsewhere asks: move it here, or join the two', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  for (const headline of ['Alpha', 'Beta', 'Gamma', 'Delta']) {
    await desk.newArticle(headline);
    await desk.saved();
  }
  const link = async (from: string, side: 'previous' | 'next', to: string) => {
    await desk.open(from);
    await desk.command(`Link ${side} piece…`);
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(to);
    await dialog
      .getByRole('option', { name: new RegExp(to, 'u') })
      .first()
      .click();
  };
  await link('Alpha', 'next', 'Beta');
  await link('Gamma', 'next', 'Delta');
  await link('Beta', 'next', 'Gamma');
  await desk.page.getByRole('button', { name: 'Join the two series' }).click();
  await desk.page.getByRole('tab', { name: /Series/u }).click();
  const titles = desk.page.getByRole('list', { name: 'Pieces in order' }).locator('.title');
  await expect(titles).toHaveText(['Alpha', 'Beta', 'Gamma', 'Delta']);
});
