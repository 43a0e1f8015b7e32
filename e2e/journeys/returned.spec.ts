import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

const SENT = `# Ice road opens

Lorries crossed at dawn, the county said on Monday.

> You do not argue with the ice.
>
> — Ola Berg, driver

The far shore had waited three weeks for oil and flour.
`;

test('a copy in which every paragraph changed is drawn a hundred changes at a time, all counted and within reach of the keys', async ({
  stet,
}) => {
  const { page } = await stet.start();
  const desk = await new Desk(page).ready();
  const put = (label: string, text: string) =>
    page.getByLabel(label).setInputFiles({ name: 'long.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  const long = (road: string) =>
    `# Long\n\n${Array.from({ length: 230 }, (_, at) => `On day ${at} of the winter the ${road} road over the bay was open.`).join('\n\n')}\n`;
  await put('Files to import', long('long'));
  await expect(desk.headline).toHaveText('Long');
  await desk.saved();
  await put('Returned copy', long('short'));
  const view = page.getByRole('region', { name: 'Returned copy' });
  await expect(view.getByText('230 of 230 open')).toBeVisible();
  const changes = view.getByRole('article');
  await expect(changes).toHaveCount(100);
  await expect(view.getByRole('button', { name: 'Further changes, 101 to 200 of 230' })).toHaveCount(1);

  // Over the end of a page, and back.
  await page.keyboard.press('ArrowUp');
  await expect(changes.last().getByRole('button', { name: 'Take' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(changes.first()).toContainText('day 100 of');
  await expect(changes.first().getByRole('button', { name: 'Take' })).toBeFocused();
  await page.keyboard.press('l');
  await expect(view.getByText('229 of 230 open')).toBeVisible();
  await expect(changes.nth(1).getByRole('button', { name: 'Take' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(changes.last()).toContainText('day 99 of');
  await expect(changes.last().getByRole('button', { name: 'Take' })).toBeFocused();

  await view.getByRole('button', { name: 'Further changes, 101 to 200 of 230' }).click();
  await view.getByRole('button', { name: 'Further changes, 201 to 230 of 230' }).click();
  await expect(changes).toHaveCount(30);
  await view.getByRole('button', { name: 'Take all that are no quotation (229)' }).click();
  await expect(view.getByText('All decided')).toBeVisible();
  await desk.saved();
});

test('a copy comes back from the desk: the quotation first, each change taken or left by key, one undo a change', async ({
  stet,
}) => {
  const { page } = await stet.start();
  const desk = await new Desk(page).ready();
  const put = (label: string, name: string, text: string) =>
    page.getByLabel(label).setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await put('Files to import', 'ice-road.md', SENT);
  await expect(desk.headline).toHaveText('Ice road opens');
  await desk.saved();

  // What the writer does after sending it stays, and is no change of the desk.
  await desk.text.getByText('The far shore').click();
  await page.keyboard.press('End');
  await desk.type(' Nobody complained.');
  await desk.saved();

  await put(
    'Returned copy',
    'ice-road-desk.md',
    SENT.replace('Ice road opens', 'Ice road opens at last')
      .replace('at dawn', 'before dawn')
      .replace('argue', 'quarrel')
      .replace('flour.\n', 'flour. Nobody complained.\n'),
  );
  const view = page.getByRole('region', { name: 'Returned copy' });
  await expect(view.getByText('ice-road-desk.md')).toBeVisible();
  await expect(view.getByText('3 of 3 open · 1 in a quotation')).toBeVisible();
  await expect(view.getByRole('heading', { level: 2 })).toHaveText(['Changed quotations', 'Headline and fields', 'In the text']);
  const changes = view.getByRole('article');
  await expect(changes.first()).toContainText('Ola Berg');
  await expect(changes.first().locator('del')).toHaveText('argue');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  // Never a quotation among many.
  await view.getByRole('button', { name: 'Take all that are no quotation (2)' }).click();
  // The page is behind, where nobody but an undo reaches it.
  const behind = page.locator('.prose');
  await expect(behind.locator('[data-part="headline"]')).toHaveText('Ice road opens at last');
  await expect(behind.getByText('Lorries crossed before dawn, the county said on Monday.')).toHaveCount(1);
  await expect(behind.getByText('oil and flour. Nobody complained.')).toHaveCount(1);
  await expect(behind.locator('blockquote')).toHaveText('You do not argue with the ice.');
  await expect(view.getByText('1 of 3 open')).toBeVisible();

  // By keys alone: to the quotation, take it, take that back with an undo, leave it.
  await expect(changes.first().getByRole('button', { name: 'Take' })).toBeFocused();
  await page.keyboard.press('t');
  await expect(behind.locator('blockquote')).toHaveText('You do not quarrel with the ice.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(behind.locator('blockquote')).toHaveText('You do not argue with the ice.');
  await expect(changes.first().getByRole('button', { name: 'Take' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('l');
  await expect(view.getByText('All decided')).toBeVisible();

  // Another article and back: everything stands as it was decided.
  await desk.newArticle('Another story');
  await expect(view).toHaveCount(0);
  await desk.articles().filter({ hasText: 'Ice road opens at last' }).click();
  await expect(view.getByText('All decided')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await desk.saved();
  await desk.command('Show history');
  await expect(page.getByRole('button', { name: 'Go on with “ice-road-desk.md”' })).toBeVisible();
  expect(await readFile(`${stet.library}/library.json`, 'utf8')).not.toContain('ice-road-desk');
});
