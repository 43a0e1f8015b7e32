import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { Desk } from './desk';
import { expect, test } from '../test';

const PAGE = `Home COAST Storm shuts the island road

Storm shuts the island road

The road to Hvaløy closed at noon on Friday after waves broke over the sea wall.

What drivers should know

Crews expect to work through the night. The bus runs as far as the bridge.

Read:  How the wall was built

We have not seen water like this since the wall went up.

A quote from Sunniva Dahl, road engineer

The county will decide on Saturday whether the road opens.

Previous articleHarbour closes for repairs
Next articleSchools plan for a day at home`;

test('a page as it reaches a newsroom becomes an article with its structure, and what was left out is said', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'island-road.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) });
  await expect(desk.headline).toHaveText('Storm shuts the island road');
  expect(await desk.body()).toEqual([
    'p The road to Hvaløy closed at noon on Friday after waves broke over the sea wall.',
    'h2 What drivers should know',
    'p Crews expect to work through the night. The bus runs as far as the bridge.',
    'related',
    'quote We have not seen water like this since the wall went up.',
    'p The county will decide on Saturday whether the road opens.',
  ]);
  await expect(desk.text.getByRole('combobox', { name: 'Who said it' })).toHaveValue('Sunniva Dahl');
  await expect(desk.text.getByRole('combobox', { name: 'Role' })).toHaveValue('road engineer');
  const foot = desk.page.getByRole('navigation', { name: 'Series' });
  await expect(foot.getByRole('button', { name: 'Harbour closes for repairs' })).toBeVisible();
  await expect(foot.getByRole('button', { name: 'Schools plan for a day at home' })).toBeVisible();
  await expect(desk.page.getByText('start of a breadcrumb')).toBeVisible();
});

test('a message keeps clear of what an import says, with the inspector and without it', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'island-road.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) });
  const report = desk.page.getByRole('region', { name: 'What became of the import' });
  await expect(report).toBeVisible();
  for (const width of [1440, 1100]) {
    await desk.page.setViewportSize({ width, height: 800 });
    await desk.newArticle('Away');
    await desk.articles().filter({ hasText: 'Away' }).press('Delete');
    const message = desk.page.getByRole('group', { name: 'Message' });
    await expect(message).toBeVisible();
    const [card, toast] = [await report.boundingBox(), await message.boundingBox()];
    expect(toast!.x + toast!.width).toBeLessThanOrEqual(card!.x);
    await message.getByRole('button', { name: 'Dismiss' }).click();
  }
});

test('files dropped anywhere are imported: Markdown and HTML', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const files = [
    {
      name: 'ice.md',
      type: 'text/markdown',
      text: '# Ice road opens\n\nTrucks crossed at dawn.\n\n> It held.\n>\n> — Ola Berg, driver\n',
    },
    {
      name: 'page.html',
      type: 'text/html',
      text: '<title>x</title><article><h1>Bridge lit again</h1><p>The lights are on.</p><script>alert(1)</script></article>',
    },
  ];
  const transfer = await desk.page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, type, text } of given) data.items.add(new File([text], name, { type }));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await desk.page.dispatchEvent('body', type, { dataTransfer: transfer });
  await expect(desk.articles()).toHaveCount(3);
  await desk.page.keyboard.press('Escape');
  await desk.open('Ice road opens');
  expect(await desk.body()).toEqual(['p Trucks crossed at dawn.', 'quote It held.']);
  await desk.open('Bridge lit again');
  expect(await desk.body()).toEqual(['p The lights are on.']);
});

async function paste(desk: Desk, data: Record<string, string>): Promise<void> {
  await desk.text.evaluate((root, given) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) transfer.setData(type, value);
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
}

test('a page pasted into an empty article takes its structure; one undo takes it back', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle();
  await desk.headline.click();
  await paste(desk, { 'text/plain': PAGE });
  await expect(desk.headline).toHaveText('Storm shuts the island road');
  await expect(desk.text.locator('.quote')).toHaveCount(1);
  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(desk.headline).toHaveText('');
});

test('foreign HTML pasted into a text keeps structure and words, and nothing dangerous', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Paste');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('Before.');
  await desk.page.keyboard.press('Enter');
  await paste(desk, {
    'text/html':
      '<h2>Crosshead</h2><p onclick="x()">One <b>two</b> <a href="javascript:alert(1)">three</a> <a href="https://example.org/">four</a></p><img src="https://example.org/track.png"><figure data-block="quote" data-pm-slice="0 0 []"><blockquote><p data-source-url="javascript:x">Held.</p></blockquote></figure>',
    'text/plain': 'plain',
  });
  await expect(desk.text.locator('h2')).toHaveText('Crosshead');
  const body = (await desk.body()).join('\n');
  for (const words of ['Before.', 'One two three four', 'Held.']) expect(body).toContain(words);
  await expect(desk.text.locator('a')).toHaveCount(1);
  await desk.saved();
  expect(await desk.text.evaluate((root) => root.innerHTML)).not.toMatch(/javascript:|onclick|<img(?! class="ProseMirror)/u);
});

/** A folder of drafts as a writer keeps it: a page bundle with its picture, a web page that follows it, and what is no article. */
const FOLDER: Record<string, string | Uint8Array> = {
  'ice-road/index.md':
    '---\ntitle: Ice road opens\nseries: Winter\nnext:\n  title: Bridge lit again\n  url: ../bridge.html\n---\n\nTrucks crossed at dawn, before the [lights](../bridge.html).\n\n![The quay at dawn](quay.png "Dawn at the quay")\n',
  'ice-road/quay.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'bridge.html': '<article><h1>Bridge lit again</h1><p>The lights are on.</p></article>',
  'empty.txt': '',
  'style.css': 'p { color: red }',
};

test('a folder comes in at once, with series, links and pictures; one undo takes it back, and a zip brings it again', async ({
  stet,
}, info) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Harbour diary');
  await desk.saved();
  const before = await desk.articles().count();
  const folder = info.outputPath('drafts');
  for (const [name, content] of Object.entries(FOLDER)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await desk.page.getByLabel('Folder to import').setInputFiles(folder);
  const told = desk.page.getByRole('region', { name: 'What became of the import' });
  await expect(told.getByText('2 articles came in, in the series “Winter”')).toBeVisible();
  await expect(told.getByText('There is nothing in this file.')).toBeVisible();
  await expect(told.getByText('One file that holds no article.')).toBeVisible();
  await expect(desk.articles()).toHaveCount(before + 2);

  await desk.open('Ice road opens');
  await expect(desk.text.getByRole('img', { name: 'The quay at dawn' })).toBeVisible();
  await expect(desk.text.locator('a', { hasText: 'lights' })).toBeVisible();
  const foot = desk.page.getByRole('navigation', { name: 'Series' });
  await foot.getByRole('button', { name: 'Bridge lit again' }).click();
  await expect(desk.headline).toHaveText('Bridge lit again');

  await told.getByRole('button', { name: 'Move them all to the trash' }).click();
  await expect(desk.articles()).toHaveCount(before);

  const packed = zipSync(
    Object.fromEntries(
      Object.entries(FOLDER).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
  await desk.page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'drafts.zip', mimeType: 'application/zip', buffer: Buffer.from(packed) });
  await expect(told.getByText('2 articles came in, in the series “Winter”')).toBeVisible();
  await expect(desk.articles()).toHaveCount(before + 2);
});
