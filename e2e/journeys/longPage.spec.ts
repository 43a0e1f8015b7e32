import { Desk } from './desk';
import { expect, test } from '../test';

const PARAGRAPHS = 700;
const page = [
  'Minutes of the harbour board',
  ...Array.from(
    { length: PARAGRAPHS },
    // One line each: Home and End go to the ends of a line.
    (_, at) => `Item ${at + 1} was read and nobody asked for a change.`,
  ),
].join('\n\n');

async function openMinutes(desk: Desk): Promise<void> {
  await desk.page.getByLabel('Files to import').setInputFiles({
    name: 'minutes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(page),
  });
  await expect(desk.headline).toHaveText('Minutes of the harbour board');
}

test('on a long page, whatever is out of sight is found, reached by key, selected and written in as on a short one', async ({
  stet,
}) => {
  test.slow();
  const desk = await new Desk((await stet.start()).page).ready();
  await openMinutes(desk);
  const last = desk.paragraphs.last();
  // Far below the window nothing is laid out, and all of it is there.
  await expect(desk.paragraphs).toHaveCount(PARAGRAPHS);
  expect(await last.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(false);

  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+f');
  await desk.type('Item 655 was');
  await expect(desk.page.getByRole('search', { name: 'Find in the article' }).getByRole('status').first()).toHaveText('1 of 1');
  await expect(desk.paragraphs.nth(654)).toBeInViewport();
  await desk.page.keyboard.press('Escape');

  await desk.page.keyboard.press('ControlOrMeta+End');
  await expect(last).toBeInViewport();
  await desk.type(' Then the chair closed the meeting.');
  await expect(last).toHaveText(/Item 700 was read .*Then the chair closed the meeting\.$/u);
  await desk.clickInto(desk.paragraphs.nth(690));
  await desk.page.keyboard.press('Home');
  await desk.page.keyboard.press('ControlOrMeta+Shift+End');
  expect(
    await desk.page.evaluate(
      () =>
        getSelection()
          ?.toString()
          .match(/Item \d+/gu)?.length,
    ),
  ).toBe(10);
  await desk.page.keyboard.press('ControlOrMeta+Home');
  await expect(desk.kicker.or(desk.headline).first()).toBeInViewport();

  await desk.page.keyboard.press('ControlOrMeta+End');
  await desk.page.keyboard.press('ControlOrMeta+a');
  await desk.page.keyboard.press('ControlOrMeta+c');
  const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Item 350 was read');
  expect(copied).toContain('Then the chair closed the meeting.');

  // What is typed there obeys the same rules as anywhere: marks, quotation marks that turn, undo, and words over a selection.
  await desk.clickInto(desk.paragraphs.nth(350));
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.press('Enter');
  await desk.type('He said "no" and ');
  await desk.page.keyboard.press('ControlOrMeta+b');
  await desk.type('left');
  await desk.page.keyboard.press('ControlOrMeta+b');
  await desk.type('.');
  const written = desk.paragraphs.nth(351);
  await expect(written).toHaveText('He said “no” and left.');
  await expect(written.locator('strong')).toHaveText('left');
  await desk.page.keyboard.press('Home');
  await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.type('She');
  await expect(written).toHaveText('She said “no” and left.');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(written).toHaveText('He said “no” and left.');
  // A line that grows below the window is followed.
  await desk.page.keyboard.press('End');
  for (let line = 0; line < 30; line++) await desk.page.keyboard.press('Enter');
  await desk.type('Still in sight');
  await expect(desk.page.getByText('Still in sight')).toBeInViewport();
});

test('on a long page, nobody who writes notices where one group of blocks ends and the next begins', async ({ stet }) => {
  test.slow();
  const desk = await new Desk((await stet.start()).page).ready();
  await openMinutes(desk);
  await expect(desk.paragraphs).toHaveCount(PARAGRAPHS);
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await desk.page.keyboard.press(key);
  };
  /** What is shown, in the order in which it is shown, is what is there. */
  const inOrder = () =>
    desk.text.evaluate((text) => {
      const shown: unknown[] = [...(text.shadowRoot?.querySelectorAll('slot') ?? [])].flatMap((slot) => slot.assignedNodes());
      return shown.length === text.childNodes.length && shown.every((node, at) => node === text.childNodes[at]);
    });
  const firstOfGroup = await desk.paragraphs.evaluateAll((all) => {
    const slots = [...(all[0]?.parentElement?.shadowRoot?.querySelectorAll('slot') ?? [])];
    return slots.map((slot) => all.findIndex((block) => block === slot.assignedElements()[0]));
  });
  expect(firstOfGroup.length).toBeGreaterThan(8);
  const edge = firstOfGroup[3]!;
  const cursor = () =>
    desk.paragraphs.evaluateAll((all) => all.findIndex((block) => block.contains(getSelection()?.focusNode ?? null)));
  const selected = () =>
    desk.page.evaluate(
      () =>
        getSelection()
          ?.toString()
          .match(/Item \d+/gu) ?? [],
    );

  // Line by line over three edges, and back.
  await desk.clickInto(desk.paragraphs.nth(edge - 50));
  await press('Home');
  for (let at = edge - 49; at < edge + 50; at++) {
    await press('ArrowDown');
    expect(await cursor()).toBe(at);
  }
  for (let at = edge + 48; at > edge - 3; at--) {
    await press('ArrowUp');
    expect(await cursor()).toBe(at);
  }
  await expect(desk.paragraphs.nth(edge)).toBeInViewport();

  // Sign by sign, with and without selecting, by key and with the mouse.
  await press('ArrowDown');
  await press('End');
  expect(await cursor()).toBe(edge - 1);
  await press('ArrowRight');
  expect(await cursor()).toBe(edge);
  await press('ArrowLeft');
  expect(await cursor()).toBe(edge - 1);
  await press('Home');
  await press('Shift+ArrowDown', 3);
  expect(await selected()).toEqual([`Item ${edge}`, `Item ${edge + 1}`, `Item ${edge + 2}`]);
  // The menu of selected words goes with them, and is not in the way of the mouse.
  await press('ArrowRight');
  await desk.paragraphs.nth(edge).evaluate((block) => block.scrollIntoView({ block: 'center' }));
  const box = async (at: number) => (await desk.paragraphs.nth(at).boundingBox())!;
  const [from, to] = [await box(edge - 2), await box(edge + 1)];
  await desk.page.mouse.move(from.x + 2, from.y + from.height / 2);
  await desk.page.mouse.down();
  await desk.page.mouse.move(to.x + 120, to.y + to.height / 2, { steps: 8 });
  await desk.page.mouse.move(to.x + 121, to.y + to.height / 2);
  await expect.poll(selected).toEqual([edge - 1, edge, edge + 1, edge + 2].map((item) => `Item ${item}`));
  await desk.page.mouse.up();
  // As much room between its paragraphs as between any others.
  const gaps = await Promise.all([edge - 1, edge, edge + 1].map(async (at) => (await box(at)).y - (await box(at - 1)).y));
  expect(new Set(gaps.map(Math.round)).size).toBe(1);

  // Joined, parted, taken out and taken back.
  const before = await desk.paragraphs.allTextContents();
  const lineOf = (at: number) => before[at]!;
  await desk.clickInto(desk.paragraphs.nth(edge));
  await press('Home');
  await press('Backspace');
  await expect(desk.paragraphs.nth(edge - 1)).toHaveText(lineOf(edge - 1) + lineOf(edge));
  await press('Enter');
  await desk.type('New: ');
  await expect(desk.paragraphs.nth(edge)).toHaveText(`New: ${lineOf(edge)}`);
  expect(await inOrder()).toBe(true);
  await press('ControlOrMeta+z', 3);
  expect(await desk.paragraphs.allTextContents()).toEqual(before);
  expect(await inOrder()).toBe(true);
  await press('Home');
  for (let line = 0; line < 120; line++) {
    await desk.type('+');
    await press('Enter');
  }
  await expect(desk.paragraphs).toHaveCount(PARAGRAPHS + 120);
  await expect(desk.paragraphs.nth(edge + 119)).toHaveText('+');
  await expect(desk.paragraphs.nth(edge + 120)).toHaveText(lineOf(edge));
  await expect(desk.paragraphs.nth(edge + 120)).toBeInViewport();
  expect(await inOrder()).toBe(true);

  // A composition in the first block of a group stays whole.
  const session = await desk.page.context().newCDPSession(desk.page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await expect(desk.paragraphs.nth(edge + 120)).toHaveText(`日本${lineOf(edge)}`);

  await desk.page.keyboard.press('ControlOrMeta+a');
  await press('Delete');
  await desk.type('All of it anew');
  await expect(desk.text).toContainText('All of it anew');
  expect(await inOrder()).toBe(true);
  while ((await desk.paragraphs.count()) < PARAGRAPHS) await press('ControlOrMeta+z');
  await expect(desk.paragraphs).toHaveCount(PARAGRAPHS + 120);
  expect(await inOrder()).toBe(true);
});

test('on a long page, quotations out of sight say whose they are in plain words; their fields are there as soon as anybody comes near', async ({
  stet,
}) => {
  test.slow();
  const QUOTES = 60;
  const copy = [
    '# Voices from the quay',
    ...Array.from({ length: QUOTES }, (_, at) => [
      ...Array.from({ length: 8 }, (_each, line) => `Line ${line + 1} before voice ${at + 1} says what the hearing was about.`),
      `> These are the words of voice ${at + 1}.\n>\n> — Speaker ${at + 1}, docker`,
    ]).flat(),
  ].join('\n\n');
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.page.getByLabel('Files to import').setInputFiles({
    name: 'voices.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(copy),
  });
  await expect(desk.headline).toHaveText('Voices from the quay');
  const quotes = desk.text.locator('> figure');
  await expect(quotes).toHaveCount(QUOTES);
  const speakers = desk.page.getByRole('combobox', { name: 'Who said it' });
  const speakerOf = (at: number) => quotes.nth(at).getByRole('combobox', { name: 'Who said it' });

  // Far below stand words instead of fields, for whoever listens or prints.
  await expect(quotes.nth(40)).toContainText('— Speaker 41, docker');
  expect(await speakers.count()).toBeLessThan(QUOTES / 2);
  await expect(speakerOf(0)).toHaveValue('Speaker 1');

  // The Tab key goes on from one quotation to the next, and back.
  const filled = () => quotes.evaluateAll((all) => all.map((quote) => quote.querySelector('input') !== null));
  const last = (await filled()).indexOf(false) - 1;
  const source = quotes.nth(last).getByRole('button', { name: 'Source' });
  await source.evaluate((button) => (button as HTMLElement).focus({ preventScroll: true }));
  await desk.page.keyboard.press('Tab');
  await expect(speakerOf(last + 1)).toBeFocused();
  await expect(speakerOf(last + 1)).toHaveValue(`Speaker ${last + 2}`);
  await quotes.nth(45).scrollIntoViewIfNeeded();
  await expect(speakerOf(45)).toHaveValue('Speaker 46');
  const edge = (await filled()).findIndex((has, at, all) => at > 20 && has && all[at - 1] === false);
  expect(edge).toBeGreaterThan(20);
  await speakerOf(edge).evaluate((field) => (field as HTMLElement).focus({ preventScroll: true }));
  await desk.page.keyboard.press('Shift+Tab');
  await expect(quotes.nth(edge - 1).getByRole('button', { name: 'Source' })).toBeFocused();

  // What is filled in there is what is said of it afterwards.
  await quotes.nth(45).scrollIntoViewIfNeeded();
  await expect(quotes.nth(45)).not.toContainText('— Speaker 46, docker');
  await speakerOf(45).fill('Ana Berg');
  await desk.page.keyboard.press('Enter');
  await desk.saved();
  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+Home');
  // Where the page was left is where it is opened again.
  await expect(desk.headline).toBeInViewport();
  await desk.page.reload();
  await expect(quotes.nth(45)).toContainText('— Ana Berg, docker');

  // From the words by key, as on a short page.
  await desk.page.keyboard.press('ControlOrMeta+f');
  await desk.type('words of voice 59');
  await expect(quotes.nth(58)).toBeInViewport();
  await desk.page.keyboard.press('Escape');
  await expect(speakerOf(58)).toHaveValue('Speaker 59');
});
