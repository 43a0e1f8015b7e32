import type { Locator } from 'playwright/test';
import { Desk } from './desk';
import { expect, test } from '../test';
import type { RunningHost } from '../hosts/host';

const mod = 'ControlOrMeta';

/** An article with every part and this body, one line a paragraph, typed by hand. */
async function written(host: RunningHost, ...lines: string[]): Promise<Desk> {
  const desk = await new Desk(host.page).ready();
  await desk.newArticle();
  await desk.kicker.click();
  await desk.type('Coast');
  await press(desk, 'Enter');
  await desk.type('Harbour closed');
  await press(desk, 'Enter');
  await desk.type('Two piers are unsafe.');
  await press(desk, 'Enter');
  for (const [i, line] of lines.entries()) {
    if (i > 0) await press(desk, 'Enter');
    await desk.type(line);
  }
  return desk;
}

async function press(desk: Desk, ...keys: string[]): Promise<void> {
  for (const key of keys) await desk.page.keyboard.press(key);
}

/** Everything the text holds, as lines. */
async function whole(desk: Desk): Promise<string[]> {
  const parts = await Promise.all([desk.kicker, desk.headline, desk.standfirst].map((part) => part.textContent()));
  return [...parts.map((words) => words ?? ''), ...(await desk.body())];
}

const intact = ['Coast', 'Harbour closed', 'Two piers are unsafe.', 'p One two.', 'p Three four.'];

test('typing over, cutting and deleting across the parts takes the selected words only, and undo gives them back', async ({
  stet,
}) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  await desk.saved();
  const select = async () => {
    await desk.headline.click();
    await press(desk, 'Home');
    for (let step = 0; step < 'Harbour '.length; step++) await press(desk, 'ArrowRight');
    await press(desk, 'Shift+ArrowDown', 'Shift+ArrowDown');
    // Whatever the lines' lengths: to the end of the first paragraph.
    await press(desk, 'Shift+End');
  };
  for (const act of ['Backspace', 'Delete', 'Enter', 'Shift+Enter', `${mod}+x`, 'opens']) {
    await select();
    const typed = act === 'opens' ? act : '';
    if (typed === '') await press(desk, act);
    else await desk.type(typed);
    expect(await whole(desk), act).toEqual(['Coast', `Harbour ${typed}`, '', 'p Three four.']);
    await press(desk, `${mod}+z`);
    expect(await whole(desk), act).toEqual(intact);
  }
});

test('Backspace and Delete at the borders of parts go over them and join nothing', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  for (const part of [desk.headline, desk.standfirst, desk.paragraphs.first()]) {
    await part.click();
    await press(desk, 'Home', 'Backspace');
    expect(await whole(desk)).toEqual(intact);
  }
  for (const part of [desk.kicker, desk.headline, desk.standfirst]) {
    await part.click();
    await press(desk, 'End', 'Delete');
    expect(await whole(desk)).toEqual(intact);
  }
  await desk.paragraphs.first().click();
  await press(desk, 'End', 'Delete');
  expect((await desk.body()).join('|')).toBe('p One two.Three four.');
  await press(desk, `${mod}+z`);
  expect(await whole(desk)).toEqual(intact);
});

test('select all takes the part, then everything; typing over it keeps the shape, and undo brings all back', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  await press(desk, `${mod}+a`);
  await desk.type('N');
  expect(await whole(desk)).toEqual([...intact.slice(0, 3), 'p N']);
  await press(desk, `${mod}+z`);
  expect(await whole(desk)).toEqual(intact);
  await press(desk, `${mod}+a`, `${mod}+a`);
  await desk.type('New');
  expect(await whole(desk)).toEqual(['New', '', '', 'p']);
  for (let step = 0; step < 4 && (await desk.kicker.textContent()) !== 'Coast'; step++) await press(desk, `${mod}+z`);
  expect(await whole(desk)).toEqual(intact);
});

test('the cursor passes the credits in both directions, by arrows and by Tab', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  await desk.standfirst.click();
  await press(desk, 'End', 'ArrowRight');
  await desk.type('A');
  await press(desk, 'ArrowLeft', 'ArrowLeft');
  await desk.type('B');
  await press(desk, 'ArrowDown', 'Home');
  await desk.type('C');
  await press(desk, 'ArrowUp', 'End');
  await desk.type('D');
  expect(await whole(desk)).toEqual(['Coast', 'Harbour closed', 'Two piers are unsafe.BD', 'p CAOne two.', 'p Three four.']);
  await press(desk, 'Tab');
  await expect(desk.text.getByRole('button', { name: 'Byline' })).toBeFocused();
  await press(desk, 'Tab', 'Tab');
  expect(await desk.page.evaluate(() => document.activeElement?.closest('.credits') === null)).toBe(true);
});

test('a paragraph is written behind a last quotation or break, by ArrowDown or by a click below; opening adds none', async ({
  stet,
}) => {
  const host = await stet.start();
  const desk = await written(host, 'One two.');
  await press(desk, `${mod}+a`, `${mod}+Shift+q`);
  expect(await desk.body()).toEqual(['quote One two.']);
  await desk.saved();
  await desk.page.reload();
  await desk.ready();
  await expect(desk.headline).toHaveText('Harbour closed');
  expect(await desk.body()).toEqual(['quote One two.']);
  await desk.text.locator('blockquote').click();
  await press(desk, 'End', 'ArrowDown');
  await desk.type('After.');
  expect(await desk.body()).toEqual(['quote One two.', 'p After.']);
  await press(desk, `${mod}+z`, `${mod}+z`);
  expect(await desk.body()).toEqual(['quote One two.']);
  const foot = await desk.page.getByRole('navigation', { name: 'Series' }).boundingBox();
  if (!foot) throw new Error('the foot of the page is not shown');
  await desk.page.mouse.click(foot.x + foot.width / 2, foot.y + foot.height + 40);
  await desk.type('Below.');
  expect(await desk.body()).toEqual(['quote One two.', 'p Below.']);
});

test('a field’s change is undone from inside the field; a text too long is refused and kept', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.');
  await press(desk, `${mod}+a`, `${mod}+Shift+q`);
  const speaker = desk.text.getByRole('combobox', { name: 'Who said it' });
  await speaker.click();
  await desk.type('Ines Roy');
  await press(desk, 'Enter');
  await expect(desk.text.getByRole('combobox', { name: 'Role' })).toBeFocused();
  await press(desk, `${mod}+z`);
  await expect(speaker).toHaveValue('');
  await press(desk, `${mod}+Shift+z`);
  await expect(speaker).toHaveValue('Ines Roy');
  const long = 'Roy '.repeat(100).trim();
  await speaker.fill(long);
  await press(desk, 'Enter');
  await expect(speaker).toBeFocused();
  await expect(speaker).toHaveValue(long);
  await expect(desk.text.getByRole('alert')).toContainText('399 characters, 300 fit');
  await desk.headline.click();
  await expect(speaker).toHaveValue(long);
  await speaker.fill('Ines Roy');
  await press(desk, 'Enter');
  await expect(desk.text.getByRole('alert')).toHaveCount(0);
});

test('the source of a quotation folds out, takes its fields in turn, and Tab leads from the words to them', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.');
  await press(desk, `${mod}+a`, `${mod}+Shift+q`, 'Tab');
  await expect(desk.text.getByRole('combobox', { name: 'Who said it' })).toBeFocused();
  await press(desk, 'Tab');
  await expect(desk.text.getByRole('combobox', { name: 'Role' })).toBeFocused();
  await press(desk, 'Tab');
  const source = desk.text.getByRole('button', { name: 'Source' });
  await expect(source).toBeFocused();
  await press(desk, 'Enter');
  await expect(desk.text.getByRole('textbox', { name: 'Source', exact: true })).toBeFocused();
  await desk.type('Minutes');
  await press(desk, 'Enter');
  await expect(desk.text.getByLabel('Address of the source')).toBeFocused();
  await desk.type('javascript:alert(1)');
  await press(desk, 'Enter');
  await expect(desk.text.getByRole('alert')).toContainText('Not an address');
  await desk.text.getByLabel('Address of the source').fill('example.org/m');
  await press(desk, 'Enter');
  await expect(desk.text.getByLabel('Said on')).toBeFocused();
  await press(desk, 'Escape');
  await desk.type(' More.');
  expect(await desk.body()).toEqual(['quote One two. More.']);
});

test('an abbreviation is set, changed and taken away without touching its letters', async ({ stet }) => {
  const desk = await written(await stet.start(), 'The EEA');
  await press(desk, `${mod}+Shift+ArrowLeft`);
  await desk.command('Abbreviation…');
  await expect(desk.page.getByLabel('Stands for')).toBeFocused();
  await desk.type('European Economic Area');
  await press(desk, 'Enter');
  await expect(desk.text.locator('abbr')).toHaveAttribute('title', 'European Economic Area');
  await press(desk, 'End');
  await desk.type(' agrees.');
  expect(await desk.body()).toEqual(['p The EEA agrees.']);
  await expect(desk.text.locator('abbr')).toHaveText('EEA');
  await desk.clickInto(desk.text.locator('abbr'));
  await desk.command('Abbreviation…');
  await expect(desk.page.getByLabel('Stands for')).toHaveValue('European Economic Area');
  await desk.page.getByRole('dialog', { name: 'Abbreviation' }).getByRole('button', { name: 'Remove' }).click();
  await expect(desk.text.locator('abbr')).toHaveCount(0);
  await desk.type('!');
  expect((await desk.body()).join('').replace('!', '')).toBe('p The EEA agrees.');
});

test('words typed right after a key reach the popover, and Escape gives the text back with its selection', async ({ stet }) => {
  const desk = await written(await stet.start(), 'The timetable');
  await press(desk, `${mod}+Shift+ArrowLeft`, `${mod}+k`);
  await desk.type('example.org');
  await expect(desk.page.getByRole('combobox', { name: 'Link to' })).toHaveValue('example.org');
  await press(desk, 'Escape', 'Escape');
  expect(await desk.body()).toEqual(['p The timetable']);
  await press(desk, `${mod}+b`);
  await expect(desk.text.locator('strong')).toHaveText('timetable');
});

test('plain paste drops the form and keeps every word', async ({ stet }) => {
  const host = await stet.start();
  const desk = await written(host, 'One');
  await press(desk, `${mod}+b`);
  await desk.type('bold');
  await press(desk, 'Shift+Home', `${mod}+c`, 'End', 'Enter', `${mod}+b`, `${mod}+Shift+v`);
  await expect.poll(() => desk.body()).toEqual(['p Onebold', 'p Onebold']);
  await expect(desk.paragraphs.nth(1).locator('strong')).toHaveCount(0);
  await press(desk, `${mod}+z`);
  expect((await desk.body())[0]).toBe('p Onebold');
});

/** Drags the selected words to the end of a line. */
async function dragTo(desk: Desk, line: Locator): Promise<void> {
  const from = await desk.page.evaluate(() => getSelection()?.getRangeAt(0).getClientRects()[0]?.toJSON() as DOMRect | undefined);
  const to = await line.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().toJSON() as DOMRect;
  });
  if (!from) throw new Error('nothing is selected');
  const { mouse } = desk.page;
  const y = from.y + from.height / 2;
  await mouse.move(from.x + 6, y);
  await mouse.down();
  await mouse.move(from.x + 26, y + 10, { steps: 4 });
  await mouse.move(to.right - 20, to.y + to.height / 2, { steps: 5 });
  await mouse.move(to.right + 4, to.y + to.height / 2, { steps: 3 });
  await mouse.up();
}

test('selected words are moved by dragging, also across parts, and none is lost', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  await desk.paragraphs.first().click();
  await press(desk, 'Home', `${mod}+Shift+ArrowRight`);
  await dragTo(desk, desk.paragraphs.nth(1));
  await expect
    .poll(() => desk.body())
    .toEqual([expect.stringMatching(/^p ? ?two\.$/u), expect.stringMatching(/^p Three four\.One ?$/u)]);
  await press(desk, `${mod}+z`);
  expect(await whole(desk)).toEqual(intact);

  await desk.headline.click();
  await press(desk, 'Home', 'Shift+End', 'Shift+ArrowDown', 'Shift+End');
  await dragTo(desk, desk.paragraphs.nth(1));
  await expect(desk.headline).toHaveText('');
  const after = await whole(desk);
  expect(after.slice(0, 4)).toEqual(['Coast', '', '', 'p One two.']);
  expect(after.slice(4).join(' ').replace(/\bp /gu, '')).toMatch(/^Three four\. ?Harbour closed ?Two piers are unsafe\.$/u);
  await press(desk, `${mod}+z`);
  expect(await whole(desk)).toEqual(intact);
});

test('an input method composes into the text and over a selection across parts', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One ');
  const session = await desk.page.context().newCDPSession(desk.page);
  const compose = async (...steps: string[]) => {
    for (const text of steps)
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
  };
  await compose('と', 'とう', '東京');
  expect(await desk.body()).toEqual(['p One 東京']);
  await press(desk, 'Enter');
  await compose('`', 'è');
  await desk.type('!');
  expect(await desk.body()).toEqual(['p One 東京', 'p è!']);
  await desk.headline.click();
  await press(desk, 'End');
  await compose('港', '港湾');
  expect(await whole(desk)).toEqual(['Coast', 'Harbour closed港湾', 'Two piers are unsafe.', 'p One 東京', 'p è!']);
  await press(desk, 'Shift+ArrowLeft', 'Shift+ArrowDown');
  await compose('に', '日');
  const after = await whole(desk);
  expect(after).toHaveLength(5);
  expect(after[0]).toBe('Coast');
  expect(after.slice(3)).toEqual(['p One 東京', 'p è!']);
  await desk.saved();
});

test('what comes without a key over words of several blocks leaves the blocks behind it whole', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.page.getByLabel('Files to import').setInputFiles({
    name: 'quay.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Quay\n\nOne two.\n\nThree four.\n\n> We were not asked.\n>\n> — Ana Berg\n\nFive six.\n'),
  });
  await expect(desk.headline).toHaveText('Quay');
  const intact = await desk.body();
  expect(intact).toEqual(['p One two.', 'p Three four.', 'quote We were not asked.', 'p Five six.']);
  const kept = async () => {
    await desk.saved();
    const { articles } = (await desk.beside('articles.list', {})) as { articles: { id: string; headline: string }[] };
    const id = articles.find(({ headline }) => headline === 'Quay')?.id;
    return JSON.stringify(await desk.beside('articles.open', { id }));
  };
  const session = await desk.page.context().newCDPSession(desk.page);
  const signs = (text: string) => session.send('Input.insertText', { text });
  const compose = async (text: string) => {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await signs(text);
  };
  for (const put of [signs, compose]) {
    for (const down of [1, 2]) {
      await desk.clickInto(desk.paragraphs.nth(0));
      await press(
        desk,
        'Home',
        'ArrowRight',
        'ArrowRight',
        'ArrowRight',
        ...Array.from({ length: down }, () => 'Shift+ArrowDown'),
        'Shift+Home',
      );
      await put('☂');
      const rest = down === 1 ? ['p One☂Three four.', 'quote We were not asked.'] : ['p One☂We were not asked.'];
      await expect.poll(() => desk.body(), `${put.name} ${down}`).toEqual([...rest, 'p Five six.']);
      if (down === 1) await expect(desk.page.getByRole('combobox', { name: 'Who said it' })).toHaveValue('Ana Berg');
      expect(await kept()).toContain('One☂');
      while ((await desk.body()).join() !== intact.join()) await press(desk, `${mod}+z`);
    }
  }
});

test('an Arabic article runs from right to left', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One');
  await desk.page.getByRole('region', { name: 'Inspector' }).getByLabel('Language').fill('ar');
  await press(desk, 'Enter');
  await expect(desk.text).toHaveAttribute('dir', 'rtl');
  await expect(desk.text).toHaveAttribute('lang', 'ar');
  await desk.paragraphs.click();
  await press(desk, `${mod}+a`);
  await desk.type('أغلق الميناء');
  expect(await desk.body()).toEqual(['p أغلق الميناء']);
});

test('a file dropped on the text is imported as an article of its own, and the text stays', async ({ stet }) => {
  const desk = await written(await stet.start(), 'One two.', 'Three four.');
  const count = await desk.articles().count();
  const transfer = await desk.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['# Ice road opens\n\nTrucks crossed at dawn.\n'], 'ice.md', { type: 'text/markdown' }));
    return data;
  });
  for (const type of ['dragenter', 'dragover', 'drop'])
    await desk.paragraphs.first().dispatchEvent(type, { dataTransfer: transfer });
  await expect(desk.articles()).toHaveCount(count + 1);
  await desk.page.keyboard.press('Escape');
  await desk.open('Harbour closed');
  expect(await whole(desk)).toEqual(intact);
});

test('a click with Mod follows a link to another article; a plain click stays', async ({ stet }) => {
  const desk = await written(await stet.start(), 'See the ferry');
  await press(desk, `${mod}+Shift+ArrowLeft`, `${mod}+k`);
  await desk.type('night ferry');
  await desk.page
    .getByRole('dialog', { name: 'Link' })
    .getByRole('option', { name: /Night ferry/u })
    .click();
  const link = desk.text.locator('.link');
  await expect(link).toHaveText('ferry');
  await link.click();
  await expect(desk.headline).toHaveText('Harbour closed');
  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect(desk.headline).toHaveText('Night ferry returns after three winters');
});

test('keys right after a jump and a click act where the cursor is seen', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.headline.click();
  await desk.page.getByRole('tab', { name: /Quotes/u }).click();
  await desk.page
    .getByRole('tabpanel', { name: /Quotes/u })
    .getByRole('button')
    .first()
    .click();
  await desk.paragraphs.first().click();
  await press(desk, 'End', 'Enter');
  await desk.type('New line.');
  const body = await desk.body();
  const words = body.join('\n');
  expect(words).toContain('p New line.');
  expect(words).toContain('quote I have missed two hundred breakfasts with my children. Nobody puts that in a timetable.');
  await press(desk, `${mod}+z`);
  await desk.saved();
});
