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

test('on a long page, whatever is out of sight is found, reached by key, selected and written in as on a short one', async ({
  stet,
}) => {
  test.slow();
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.page.getByLabel('Files to import').setInputFiles({
    name: 'minutes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(page),
  });
  await expect(desk.headline).toHaveText('Minutes of the harbour board');
  const last = desk.paragraphs.last();
  // Far below the window nothing is laid out, and all of it is there.
  await expect(desk.paragraphs).toHaveCount(PARAGRAPHS);
  expect(await last.evaluate((element) => getComputedStyle(element).contentVisibility)).toBe('auto');

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
  await desk.page.keyboard.press('ControlOrMeta+Home');
  await desk.page.reload();
  await expect(quotes.nth(45)).toContainText('— Ana Berg, docker');

  // From the words by key, as on a short page.
  await desk.page.keyboard.press('ControlOrMeta+f');
  await desk.type('words of voice 59');
  await expect(quotes.nth(58)).toBeInViewport();
  await desk.page.keyboard.press('Escape');
  await expect(speakerOf(58)).toHaveValue('Speaker 59');
});
