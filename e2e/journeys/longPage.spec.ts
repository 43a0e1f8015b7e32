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
  await desk.page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from(page) });
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
