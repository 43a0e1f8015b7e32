import AxeBuilder from '@axe-core/playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

test('edit, come back, compare, put one passage back, undo it, and take the whole version back', async ({ stet }) => {
  const first = await stet.start();
  const desk = await new Desk(first.page).ready();
  await desk.newArticle('Ice on the harbour');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('The ferry waits at the quay for the tide.');
  await desk.page.keyboard.press('Enter');
  await desk.type('Nobody expected the ice before January.');
  await desk.saved();
  await desk.command('Name this version');
  await desk.page.getByRole('dialog').getByLabel('Name').fill('To the desk');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText('“To the desk” is kept in the history')).toBeVisible();
  await first.close();

  const { page } = await stet.start();
  const later = await new Desk(page).ready();
  await later.open('Ice on the harbour');
  await later.toEnd();
  await later.type(' It came in November.');
  await later.paragraphs.first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Backspace');
  await later.type('The ferry waits at the pier for the tide.');
  await later.saved();

  await later.command('Show history');
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector
    .getByRole('button', { name: /To the desk/u })
    .first()
    .click();
  const proof = page.getByRole('region', { name: 'Comparison with an earlier version' });
  await expect(proof.getByText('Since “To the desk”')).toBeVisible();
  await expect(proof.locator('ins')).toHaveText(['pier', ' It came in November.']);
  await expect(proof.locator('del')).toHaveText(['quay']);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await proof.getByRole('button', { name: 'Put back' }).first().click();
  await expect(proof.locator('del')).toHaveCount(0);
  await expect(proof.locator('ins')).toHaveText([' It came in November.']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(proof.locator('del')).toHaveText(['quay']);

  await proof.getByRole('button', { name: 'Restore all' }).click();
  const whole = ['p The ferry waits at the quay for the tide.', 'p Nobody expected the ice before January.'];
  await expect.poll(() => later.body()).toEqual(whole);
  await expect(proof).toHaveCount(0);
  await later.page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(() => later.body())
    .toEqual(['p The ferry waits at the pier for the tide.', 'p Nobody expected the ice before January. It came in November.']);
});
