import { Desk } from './desk';
import { expect, test } from '../test';

test('an article is copied as rich text, HTML, Markdown and WordPress blocks, and what does not go along is said', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const clipboard = (type: string) =>
    desk.page.evaluate(async (kind) => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes(kind) ? (await item.getType(kind)).text() : null;
    }, type);
  const copied = async (as: string) => {
    await desk.command(`Copy article as ${as}`);
    await expect(desk.page.getByText(`opied as ${as}`).first()).toBeVisible();
  };

  await copied('rich text');
  expect(await clipboard('text/plain')).toContain('Night ferry returns after three winters');
  const rich = await clipboard('text/html');
  expect(rich).toContain('Night ferry returns after three winters');
  expect(rich).toContain('Marit Solheim');

  await copied('Markdown');
  expect(await clipboard('text/plain')).toContain('> — Marit Solheim, ward nurse');
  expect(await clipboard('text/html')).toBeNull();

  await copied('WordPress blocks');
  expect(await clipboard('text/plain')).toContain('<!-- wp:quote');

  await copied('HTML');
  expect(await clipboard('text/plain')).toMatch(/^<p>The ferry between Nordhavn/u);
  // It counts as filed.
  await desk.command('Show history');
  await expect(desk.page.getByRole('region', { name: 'Inspector' }).getByText(/html/u).first()).toBeVisible();
});
