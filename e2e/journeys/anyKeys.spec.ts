import fc from 'fast-check';
import { commands } from '../../src/core/commands/commands';
import { Desk } from './desk';
import { expect, test } from '../test';

/** One thing a hand does: words, a key, a command of the palette, or a click into the n-th block of the page. */
type Deed = { type: string } | { key: string } | { command: string } | { click: number };

const words = fc.constantFrom(
  ...[
    'The ferry sails. ',
    '“No,” she said. ',
    '"Who?" ',
    "it's ",
    'Größe ',
    'مرحبا ',
    '👩‍🚒 ',
    'e\u0301 ',
    '... ',
    '-- ',
    '« Oui » ',
  ],
  ...['> ', '- ', '1. ', '## ', '--- ', '``` ', '**bold** ', '`c` ', '[[', '/', '| a | b |', 'https://example.org ', '(c) ', '*'],
);
const keys = fc.constantFrom(
  ...['Enter', 'Enter', 'Backspace', 'Backspace', 'Delete', 'Shift+Enter', 'Tab', 'Shift+Tab', 'Escape', 'Home', 'End'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+End'],
  ...['Home', 'End', 'Backspace', 'Delete', 'b', 'i', 'z', 'Shift+z', 'x', 'c', 'v', 'a'].map((key) => `ControlOrMeta+${key}`),
  ...['Alt+ArrowUp', 'Alt+ArrowDown', 'F8', 'Alt+Enter', 'Alt+Shift+Enter'],
);
const editing = commands.filter((command) => 'editing' in command && !command.title.startsWith('Picture'));
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: words }) },
  { weight: 5, arbitrary: fc.record({ key: keys }) },
  { weight: 2, arbitrary: fc.record({ command: fc.constantFrom(...editing.map(({ title }) => title)) }) },
  { weight: 1, arbitrary: fc.record({ click: fc.nat(20) }) },
);

/** So long that its blocks are laid out in groups; hands are busy around an edge of two of them. */
const LONG = [
  '# Voices from the quay',
  ...Array.from({ length: 80 }, (_, at) => [
    ...Array.from({ length: 4 }, (_each, line) => `Line ${line + 1} before voice ${at + 1} says what the hearing was about.`),
    `> These are the words of voice ${at + 1}.\n>\n> — Speaker ${at + 1}, docker`,
    ...(at % 9 === 4 ? ['## The vote', '- Tugs\n- Ferries'] : []),
  ]).flat(),
].join('\n\n');
const EDGE = 120;

async function openLong(desk: Desk): Promise<void> {
  await desk.page.getByLabel('Files to import').setInputFiles({
    name: 'voices.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(LONG),
  });
  await expect(desk.headline).toHaveText('Voices from the quay');
  await desk.clickInto(desk.text.locator('> *').nth(EDGE));
}

/** What is shown is all that is there, in its order. */
const isInOrder = (desk: Desk): Promise<boolean> =>
  desk.text.evaluate((text) => {
    const slots = [...(text.shadowRoot?.querySelectorAll('slot') ?? [])];
    const shown: unknown[] = slots.flatMap((slot) => slot.assignedNodes());
    return slots.length > 0 && shown.length === text.childNodes.length && shown.every((node, at) => node === text.childNodes[at]);
  });

async function carryOut(desk: Desk, done: Deed, first = 0): Promise<void> {
  const { page } = desk;
  if ('type' in done) await desk.type(done.type);
  else if ('key' in done) await page.keyboard.press(done.key);
  else if ('command' in done) await desk.command(done.command);
  else {
    const blocks = await desk.text.locator('> *').all();
    await blocks[(first + done.click) % blocks.length]?.click({ force: true });
  }
  // Whatever asks something is answered with no.
  if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape');
}

/** The articles as the library keeps them; what nobody has said (null) and the order of names aside. */
async function kept(desk: Desk): Promise<Record<string, unknown>> {
  await desk.saved();
  const { articles } = (await desk.beside('articles.list', {})) as { articles: { id: string }[] };
  const docs = await Promise.all(articles.map(({ id }) => desk.beside('articles.open', { id }) as Promise<{ doc: unknown }>));
  const said = JSON.stringify(
    docs.map(({ doc }) => doc),
    (_, value: unknown) => value ?? undefined,
  );
  return Object.fromEntries(articles.map(({ id }, index) => [id, (JSON.parse(said) as unknown[])[index]]));
}

for (const [seed, page] of [
  [7, 'short'],
  [40_961, 'short'],
  [14, 'long'],
] as const) {
  test(`whatever hands do on a ${page} page, it is saved as it stands, undo leads to the beginning and redo back (${seed})`, async ({
    stet,
  }) => {
    test.slow();
    const host = await stet.start();
    const failures: string[] = [];
    host.page.on('pageerror', ({ message }) => failures.push(message));
    const desk = await new Desk(host.page).ready();
    const [deeds = []] = fc.sample(fc.array(deed, { minLength: 60, maxLength: 60 }), { seed, numRuns: 1 });
    if (page === 'long') await openLong(desk);
    if (page === 'long') expect(await desk.text.evaluate((text) => text.shadowRoot?.childElementCount)).toBeGreaterThan(5);
    const before = await kept(desk);
    if (page === 'short') await desk.toEnd();
    for (const done of deeds) {
      await carryOut(desk, done, page === 'long' ? EDGE - 10 : 0);
      if (page === 'long') expect(await isInOrder(desk), JSON.stringify(done)).toBe(true);
    }
    for (let times = 0; times < 3; times++) await host.page.keyboard.press('Escape');
    const after = await kept(desk);
    expect(after).not.toEqual(before);

    await desk.text.focus();
    const all = async (key: string) => {
      for (let times = 0; times < 4 * deeds.length; times++) await host.page.keyboard.press(key);
    };
    await all('ControlOrMeta+z');
    await expect.poll(() => kept(desk), 'undone').toEqual(before);
    await all('ControlOrMeta+Shift+z');
    await expect.poll(() => kept(desk), 'done again').toEqual(after);

    // Without fields: far from the window of a long page, words stand for them.
    const body = () =>
      desk.text.evaluate((text) =>
        [...text.children].map((block) => {
          const words = block.cloneNode(true) as Element;
          for (const fields of words.querySelectorAll('[contenteditable="false"]')) fields.remove();
          return `${block.tagName} ${words.textContent}`;
        }),
      );
    const shown = await body();
    await host.page.reload();
    await desk.ready();
    await expect.poll(body, 'opened again').toEqual(shown);
    expect(failures).toEqual([]);
  });
}
