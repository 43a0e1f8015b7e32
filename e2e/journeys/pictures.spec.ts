import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

/** A photograph as a camera leaves it, drawn by the browser: 60 × 40 pixels, with the EXIF given. */
async function photograph(page: Page, orientation: number): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(60, 40);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#1d4f7a';
    pen.fillRect(0, 0, 60, 40);
    pen.fillStyle = '#e7c35a';
    pen.fillRect(0, 0, 30, 40);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  });
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...Buffer.from('Exif\0\0'), ...tiff, ...Buffer.from('CANARY 59.9 N 10.7 E')];
  return Buffer.from([...plain.slice(0, 2), 0xff, 0xe1, 0, body.length + 2, ...body, ...plain.slice(2)]);
}

test('a picture is put into the text, described, exported beside the page and inside it; nothing of its camera is left', async ({
  stet,
}, info) => {
  const home = join(stet.scratch, 'home');
  await mkdir(home, { recursive: true });
  const host = await stet.start({ home });
  const { page } = host;
  const desk = await new Desk(page).ready();
  await desk.newArticle('The harbour at noon');
  await desk.toEnd();
  await desk.type('Before the picture.');

  const chooser = page.waitForEvent('filechooser');
  await desk.command('Picture…');
  await (await chooser).setFiles({ name: 'harbour.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 6) });
  const figure = desk.text.locator('figure.figure').last();
  const image = figure.locator('img');
  await expect(image).toHaveJSProperty('complete', true);
  // It lay on its side in the file: it stands upright now, and so does its size.
  await expect
    .poll(() => image.evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.naturalHeight]))
    .toEqual([40, 60]);

  await figure.getByLabel('Caption').fill('Boats wait for the tide.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Photo: Ana Reis');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Six boats at a quay');
  await page.keyboard.press('Enter');
  await desk.type('After it.');
  await desk.saved();

  const story = page.getByRole('complementary').or(page.getByRole('region')).getByRole('heading', { name: 'Lead image' });
  await story.scrollIntoViewIfNeeded();
  const lead = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a picture…' }).click();
  await (await lead).setFiles({ name: 'lead.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 1) });
  await expect(desk.text.getByRole('figure', { name: 'Lead image' }).locator('img')).toBeVisible();
  await desk.saved();

  const assets = join(stet.library, 'assets');
  const kept = await readdir(assets);
  expect(kept).toHaveLength(2);
  for (const name of kept) {
    expect(name).toMatch(/^[0-9a-f]{64}\.jpg$/u);
    expect((await readFile(join(assets, name))).toString('latin1')).not.toMatch(/CANARY|Exif/u);
  }

  await page.reload();
  await desk.ready();
  await expect(desk.text.getByRole('figure', { name: 'Lead image' }).locator('img')).toHaveJSProperty('naturalWidth', 60);

  await desk.command('Export…');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const preview = dialog.frameLocator('iframe');
  await expect(preview.locator('figure.lead img')).toHaveJSProperty('naturalWidth', 60);
  await expect(preview.locator('figcaption').last()).toHaveText('Boats wait for the tide. Photo: Ana Reis');
  let folder = join(stet.scratch, 'chosen');
  if (info.project.name === 'loopback') {
    await dialog.getByRole('button', { name: 'New folder' }).click();
    await dialog.getByLabel('Name of the new folder').fill('filed');
    await dialog.getByRole('button', { name: 'Make' }).click();
    await expect(dialog.getByRole('group', { name: 'Folder' }).locator('strong')).toHaveText('filed');
    folder = join(home, 'filed');
  } else {
    await mkdir(folder, { recursive: true });
    await dialog.getByRole('button', { name: /Choose a folder|chosen/u }).click();
  }
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  expect((await readdir(folder)).sort()).toEqual([
    'the-harbour-at-noon-1.jpg',
    'the-harbour-at-noon-2.jpg',
    'the-harbour-at-noon.html',
  ]);
  const html = await readFile(join(folder, 'the-harbour-at-noon.html'), 'utf8');
  expect(html).toContain('<img src="the-harbour-at-noon-2.jpg" alt="Six boats at a quay" width="40" height="60">');
  for (const name of kept) expect(html).not.toContain(name.slice(0, 12));
  await dialog.getByText('In the page', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog.getByText('Done.')).toBeVisible();
  expect(await readFile(join(folder, 'the-harbour-at-noon.html'), 'utf8')).toContain('<img src="data:image/jpeg;base64,');
  expect(host.strayRequests).toEqual([]);
});

test('a picture is pasted, and dropped where it should stand; what is no picture is told', async ({ stet }) => {
  const { page } = await stet.start();
  const desk = await new Desk(page).ready();
  await desk.newArticle('The quay');
  await desk.toEnd();
  await desk.type('Before.');
  await page.keyboard.press('Enter');
  await desk.type('After.');
  const bytes = [...(await photograph(page, 6))];
  const carrying = (name: string, given: number[]) =>
    page.evaluateHandle(
      ([called, list]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(list)], called, { type: 'image/jpeg' }));
        return data;
      },
      [name, given] as const,
    );

  const pasted = await carrying('pasted.jpg', bytes);
  await desk.text.evaluate(
    (root, clipboardData) => root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
    pasted,
  );
  const figures = desk.text.locator('figure.figure');
  await expect(figures).toHaveCount(1);
  await expect.poll(() => figures.locator('img').evaluate((img: HTMLImageElement) => img.naturalHeight)).toBe(60);

  const dropped = await carrying('dropped.jpg', [...(await photograph(page, 1))]);
  const box = await desk.paragraphs.filter({ hasText: 'Before.' }).boundingBox();
  if (!box) throw new Error('no paragraph');
  const at = { clientX: box.x + 10, clientY: box.y + box.height / 2 };
  for (const type of ['dragenter', 'dragover', 'drop'])
    await desk.text.dispatchEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true, ...at });
  await expect(figures).toHaveCount(2);
  expect(await desk.text.evaluate((root) => [...root.children].slice(-4).map((child) => child.tagName))).toEqual([
    'P',
    'FIGURE',
    'P',
    'FIGURE',
  ]);

  const broken = await carrying('broken.jpg', [1, 2, 3]);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await desk.text.dispatchEvent(type, { dataTransfer: broken, bubbles: true, cancelable: true, ...at });
  await expect(page.getByText('“broken.jpg” was not taken.')).toBeVisible();
  await expect(figures).toHaveCount(2);
});
