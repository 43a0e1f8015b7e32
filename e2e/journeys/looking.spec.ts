import { accessible } from './accessible';
import { Desk } from './desk';
import { info as facts } from '../parity';
import { expect, test } from '../test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is accessible, ${colorScheme}`, async ({ stet }) => {
    test.slow();
    const desk = await new Desk((await stet.start({ colorScheme })).page).ready();
    const { page } = desk;
    const closing = async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    await accessible(page, 'the window');
    for (const tab of [/Quotes/u, /Series/u, /Checks/u, /History/u, /Story/u]) {
      await page.getByRole('tab', { name: tab }).click();
      await accessible(page, String(tab));
    }
    await page.keyboard.press('ControlOrMeta+Shift+p');
    await expect(page.getByRole('dialog')).toBeVisible();
    await accessible(page, 'palette');
    await closing();
    for (const title of ['Open quickly…', 'Keyboard shortcuts', 'Settings…', 'Export…', 'Site…', 'Link next piece…']) {
      await desk.command(title);
      await expect(page.getByRole('dialog')).toBeVisible();
      await accessible(page, title);
      await closing();
    }
    await desk.headline.click();
    await page.keyboard.press('ControlOrMeta+h');
    await expect(page.getByRole('search', { name: 'Find in the article' })).toBeVisible();
    await accessible(page, 'find and replace');
    await page.keyboard.press('Escape');
    await desk.command('Focus on the page');
    await accessible(page, 'focus');
    await desk.command('Focus on the page');
    await desk.command('Move article to trash');
    await accessible(page, 'empty library');
    await desk.library.getByRole('button', { name: /Trash/u }).click();
    await accessible(page, 'trash');
  });
}

test('the host is what the parity table says', async ({ stet }, { project }) => {
  const running = await stet.start();
  await new Desk(running.page).ready();
  const answered = running.page
    .waitForResponse((response) => response.url().endsWith('/rpc') && (response.request().postData() ?? '').includes('app.info'))
    .catch(() => null);
  const app = await running.page.evaluate(async () => {
    const { stet: bridge } = window as unknown as { stet?: { call(name: string, input: null): Promise<{ value: unknown }> } };
    return bridge ? (await bridge.call('app.info', null)).value : null;
  });
  if (app !== null) expect(app).toMatchObject(facts[project.name as keyof typeof facts]);
  else {
    await running.page.reload();
    const response = await answered;
    expect(((await response?.json()) as { value: unknown }).value).toMatchObject(facts[project.name as keyof typeof facts]);
  }
});

test('narrow windows turn the sides into drawers, and nothing runs out of the window', async ({ stet }) => {
  const desk = await new Desk((await stet.start({ viewport: { width: 920, height: 700 } })).page).ready();
  const overflow = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(desk.headline).toBeInViewport();
  await desk.command('Show or hide the inspector');
  const tabs = desk.page.getByRole('tablist', { name: 'Inspector' });
  await expect(tabs.getByRole('tab')).toHaveCount(5);
  expect(await tabs.evaluate((row) => row.scrollWidth - row.clientWidth)).toBeLessThanOrEqual(0);
});

test('a key that asks for the search is followed by words for the search, not for the copy', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const before = await desk.text.textContent();
  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+Shift+f');
  await desk.type('ferry');
  await expect(desk.library.getByRole('searchbox')).toHaveValue('ferry');
  expect(await desk.text.textContent()).toBe(before);
  await desk.page.keyboard.press('Escape');
  await expect(desk.library.getByRole('searchbox')).toHaveValue('');
  await desk.page.keyboard.press('Escape');
  await expect(desk.text).toBeFocused();
});

test('commands of the window work from every place in the text, and give the keys back to it', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const { page } = desk;
  await desk.headline.click();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(desk.library).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(desk.library).toBeVisible();
  for (const key of ['ControlOrMeta+Shift+p', 'ControlOrMeta+p', 'ControlOrMeta+,', 'ControlOrMeta+/']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(desk.text).toBeFocused();
  }
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.keyboard.press('ControlOrMeta+Alt+1');
  await expect(desk.library).toBeHidden();
  await expect(desk.text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Alt+1');
  await desk.kicker.click();
  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await expect(desk.articles()).toHaveCount(0);
});

test('a drawer takes the keys and gives them back; a message covers no control of the library', async ({ stet }) => {
  const desk = await new Desk((await stet.start({ viewport: { width: 1024, height: 700 } })).page).ready();
  const { page } = desk;
  await desk.headline.click();
  await page.keyboard.press('ControlOrMeta+Alt+i');
  await expect(page.getByRole('tab', { selected: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.text).toBeFocused();
  await desk.headline.click();
  await page.keyboard.press('ControlOrMeta+a');
  await desk.type('A headline long enough to make the message about it as wide as a message ever becomes');
  await desk.saved();
  await desk.command('Move article to trash');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await desk.library.getByRole('button', { name: /Trash/u }).click({ timeout: 2_000 });
});
