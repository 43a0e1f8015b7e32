import { accessible } from './accessible';
import { Desk } from './desk';
import { expect, test } from '../test';

const PAGE = `Ferry line to Skarvøy runs again

The first boat left theHarbour at six, half full and on time.

Passengers spoke of therelief on board and of the the cold.

“We stood on theQuay all night,” said Inger Moe, who missed the last crossing.

The timetable is on theWall of the waiting room. TK prices.

Crews will check theRamp again on Monday.
`;

async function withPage(desk: Desk): Promise<void> {
  await desk.page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'skarvoy.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) });
  await expect(desk.headline).toHaveText('Ferry line to Skarvøy runs again');
}

const marked = (desk: Desk, words: string) => desk.text.locator('.proof', { hasText: words });
const panel = (desk: Desk) => desk.page.getByRole('region', { name: 'Inspector' });

test('an import says how much there is to look at; one is accepted by key and undone, a kind at once without the quoted one', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await withPage(desk);
  const report = desk.page.getByRole('region', { name: 'What became of the import' });
  await report.getByRole('button', { name: /^\d+ things to look at$/u }).click();
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(marked(desk, 'theHarbour')).toBeVisible();
  await expect(desk.text).toContainText('left theHarbour at six');

  // The first is shown with what is proposed; a key accepts it, and one undo takes it back.
  const note = desk.page.getByRole('dialog', { name: 'Finding' });
  await expect(note).toContainText('looks like words glued together');
  await accessible(desk.page, 'a finding and the list of all');
  await desk.page.keyboard.press('Alt+Enter');
  await expect(note).toBeHidden();
  await expect(desk.text).toContainText('left the Harbour at six');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(desk.text).toContainText('left theHarbour at six');
  await expect(marked(desk, 'theHarbour')).toBeVisible();

  const kind = panel(desk).getByRole('region', { name: 'Joined words' });
  await kind.getByRole('button', { name: 'Accept all' }).click();
  await expect(desk.text).toContainText('The timetable is on the Wall');
  await expect(desk.text).toContainText('“We stood on theQuay all night,”');
  await expect(panel(desk).getByRole('status')).toContainText('1 inside quotations was left as it is');
  await desk.text.getByText('Crews will check').click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(desk.text).toContainText('on theWall');
  await expect(desk.text).toContainText('left theHarbour at six');
});

test('what is rejected stays rejected after other edits and reopening, never leaves the library, and can be taken back', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await withPage(desk);
  await desk.command('Show checks');
  await expect(marked(desk, 'TK')).toBeVisible();
  const tk = panel(desk).getByRole('region', { name: 'TK left' });
  await tk.getByRole('button', { name: 'Reject' }).click();
  await expect(marked(desk, 'TK')).toHaveCount(0);
  await expect(tk).toHaveCount(0);

  // Undone, done again.
  await desk.text.getByText('Crews will check').click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(marked(desk, 'TK')).toBeVisible();
  await tk.getByRole('button', { name: 'Reject' }).click();
  await desk.text.getByText('Crews will check').click();
  await desk.page.keyboard.press('Home');
  await desk.type('Old hands ask: ');
  await desk.saved();
  await desk.page.reload();
  await new Desk(desk.page).ready();
  await expect(marked(desk, 'theHarbour')).toBeVisible();
  await expect(marked(desk, 'TK')).toHaveCount(0);

  const { articles } = (await desk.beside('articles.list', {})) as { articles: { id: string; headline: string }[] };
  const id = articles.find(({ headline }) => headline.startsWith('Ferry line'))?.id;
  for (const format of ['html', 'markdown', 'json']) {
    const { text } = (await desk.beside('export.preview', { id, format, options: { whole: true } })) as { text: string };
    expect(text).toContain('TK prices');
    expect(text).not.toMatch(/TK left|\u241f/u);
  }

  await panel(desk).getByText('1 rejected').click();
  await panel(desk).getByRole('button', { name: 'Take back' }).click();
  await expect(marked(desk, 'TK')).toBeVisible();
});

test('from one finding to the next by key, another word than the one proposed, and a calm end', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Snow on the line');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('The train to theCoast waited. A TK snowplough came.');
  await expect(marked(desk, 'theCoast')).toBeVisible();
  await desk.page.keyboard.press('F8');
  const note = desk.page.getByRole('dialog', { name: 'Finding' });
  await expect(note).toContainText('“theCoast” looks like words glued together');
  await desk.page.keyboard.press('F8');
  await expect(note).toContainText('A TK is still in the copy.');
  await desk.page.keyboard.press('Shift+F8');
  await expect(note).toContainText('theCoast');

  await note.getByRole('button', { name: 'Edit…' }).click();
  await note.getByLabel('Words instead of').fill('the old coast');
  await desk.page.keyboard.press('Enter');
  await expect(desk.paragraphs).toHaveText('The train to the old coast waited. A TK snowplough came.');
  await desk.page.keyboard.press('F8');
  await desk.page.keyboard.press('Alt+Shift+Enter');
  await expect(desk.text.locator('.proof')).toHaveCount(0);

  await desk.page.keyboard.press('F8');
  await desk.command('Show checks');
  await expect(panel(desk)).toContainText('1 rejected');
  await panel(desk).getByRole('button', { name: 'Reject' }).first().click();
  for (let left = 10; left > 0 && (await panel(desk).getByRole('button', { name: 'Reject' }).count()) > 0; left--) {
    await panel(desk).getByRole('button', { name: 'Reject' }).first().click();
    await desk.page.waitForTimeout(50);
  }
  await expect(panel(desk)).toContainText('Nothing to ask.');
});

test('of several ways out the writer chooses; a paste says how much there is to look at in it', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Two boats');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('The clerk said: “We will see. The boats wait.');
  const note = desk.page.getByRole('dialog', { name: 'Finding' });
  await expect(desk.text.locator('.proof').first()).toBeVisible();
  await desk.page.keyboard.press('F8');
  await expect(note.getByRole('group', { name: 'Choose' }).getByRole('button')).not.toHaveCount(0);
  await desk.page.keyboard.press('Alt+Enter');
  await expect(note.getByRole('button').first()).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(desk.text).toBeFocused();
  await expect(desk.paragraphs).toHaveText('The clerk said: “We will see. The boats wait.');

  await desk.page.keyboard.press('ControlOrMeta+End');
  await desk.page.keyboard.press('Enter');
  await desk.text.evaluate((root) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'Ice closed theSound on Friday.\n\nThe ferry turned back at theLight.');
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  await expect(desk.page.getByText('2 things to look at in what went in')).toBeVisible();
  await expect(desk.text).toContainText('theSound');
});
