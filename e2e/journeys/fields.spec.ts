import { Desk } from './desk';
import { expect, test } from '../test';

test('an embargo with its zone, a tagline and corrections: filled in, refused where wrong, undone, kept', async ({ stet }) => {
  const first = await stet.start();
  const desk = await new Desk(first.page).ready();
  await desk.newArticle('Ice road opens');
  const inspector = desk.page.getByRole('region', { name: 'Inspector' });
  const embargo = inspector.getByRole('group', { name: 'Embargo' });

  await embargo.getByRole('button', { name: 'Set an embargo' }).click();
  const zone = embargo.getByRole('combobox', { name: 'By the clocks of' });
  await zone.fill('berlin');
  await embargo.getByRole('option', { name: 'Europe/Berlin' }).click();
  await embargo.getByRole('textbox', { name: /date/u }).fill('2031-03-30');
  await embargo.getByRole('textbox', { name: /time/u }).fill('02:30');
  await expect(embargo.getByRole('alert')).toContainText('never show 02:30 that day. 03:00 is the next');
  await embargo.getByRole('textbox', { name: /time/u }).fill('6:00');
  await expect(embargo).toContainText('Not out before 30 March 2031, 06:00 in Europe/Berlin');
  await zone.fill('Atlantis');
  await zone.press('Enter');
  await expect(embargo.getByRole('alert')).toContainText('no such time zone');
  await zone.fill('Europe/Berlin');
  await zone.press('Enter');

  // Tags of other articles are offered.
  const tags = inspector.getByRole('group', { name: 'Tags' });
  await tags.getByRole('combobox').fill('ferr');
  await tags.getByRole('option', { name: 'ferries' }).click();
  await expect(tags.getByRole('button', { name: 'Remove ferries' })).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Tagline' }).fill('Marit Solberg covers the north.');
  const corrections = inspector.getByRole('group', { name: 'Corrections' });
  await corrections.getByRole('button', { name: 'Add a correction' }).first().click();
  await desk.type('The bus has 19 seats.');
  await expect(corrections.getByRole('textbox', { name: 'Correction 1', exact: true })).toHaveValue('The bus has 19 seats.');
  await corrections.getByRole('textbox', { name: 'Date of correction 1' }).fill('2031-04-02');
  await desk.saved();
  await corrections.getByRole('button', { name: 'Remove correction 1' }).click();
  await expect(corrections.getByRole('textbox')).toHaveCount(0);
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect(corrections.getByRole('textbox', { name: 'Correction 1', exact: true })).toHaveValue('The bus has 19 seats.');
  await expect(corrections.getByRole('textbox', { name: 'Date of correction 1' })).toHaveValue('2031-04-02');
  // Both stand at the foot of the page as well, and are changed there.
  const foot = desk.page.getByRole('region', { name: 'Under the story' });
  await expect(foot.getByRole('textbox', { name: 'Correction 1' })).toHaveValue('The bus has 19 seats.');
  await foot.getByRole('textbox', { name: 'Tagline' }).fill('Marit Solberg covers the far north.');
  await desk.page.keyboard.press('Enter');
  await expect(inspector.getByRole('textbox', { name: 'Tagline' })).toHaveValue('Marit Solberg covers the far north.');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(foot.getByRole('textbox', { name: 'Tagline' })).toHaveValue('Marit Solberg covers the north.');
  await desk.saved();
  await first.close();

  const again = await stet.start();
  const later = await new Desk(again.page).ready();
  const story = later.page.getByRole('region', { name: 'Inspector' });
  await expect(story.getByRole('group', { name: 'Embargo' })).toContainText('30 March 2031, 06:00 in Europe/Berlin');
  await expect(story.getByRole('textbox', { name: 'Tagline' })).toHaveValue('Marit Solberg covers the north.');
  await later.command('Export…');
  const page = later.page.frameLocator('iframe');
  await expect(page.locator('p.embargo')).toHaveText('Embargoed until March 30, 2031, 06:00, Europe/Berlin (UTC+02:00)');
  await expect(page.locator('.corrections li')).toHaveText('April 2, 2031: The bus has 19 seats.');
  await expect(page.locator('p.tagline')).toHaveText('Marit Solberg covers the north.');
});

test('marking as ready asks once about what is open, and never holds copy back', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Ice road');
  await desk.toEnd();
  await desk.type('The depth is TK centimetres.');
  const status = desk.page.getByRole('tabpanel', { name: 'Story' }).getByRole('combobox', { name: 'Status' });
  await status.selectOption('ready');
  const question = desk.page.getByRole('dialog', { name: 'Before it is ready' });
  await expect(question).toContainText('A TK is still in the copy.');
  await desk.page.keyboard.press('Escape');
  await expect(status).toHaveValue('draft');
  await status.selectOption('ready');
  await question.getByRole('button', { name: 'Go to the TK' }).click();
  await expect(question).toBeHidden();
  await expect(desk.text).toBeFocused();
  await status.selectOption('ready');
  await expect(question.getByRole('button', { name: 'Mark as ready' })).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(status).toHaveValue('ready');
  await status.selectOption('editing');
  await status.selectOption('ready');
  await expect(status).toHaveValue('ready');
  await expect(question).toBeHidden();
});

test('a translation knows its original, says when that has changed, and can be marked as up to date', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('The ice road opens');
  await desk.saved();
  await desk.newArticle('La route de glace ouvre');
  await desk.saved();
  const translation = desk.page.getByRole('group', { name: 'Translation' });
  await translation.getByRole('button', { name: 'This is a translation of…' }).click();
  const picker = desk.page.getByRole('dialog');
  await picker.getByRole('combobox').fill('ice road');
  await desk.page.keyboard.press('Enter');
  await expect(translation).toContainText('The ice road opens');
  await desk.saved();
  await expect(translation.getByRole('status')).toHaveCount(0);

  await translation.getByRole('button', { name: 'The ice road opens' }).click();
  await expect(desk.headline).toHaveText('The ice road opens');
  await desk.toEnd();
  await desk.type('It opened three weeks late.');
  await desk.saved();
  await desk.open('La route de glace ouvre');
  await expect(translation.getByRole('status')).toContainText('The English has changed since this was translated.');
  await expect(translation.getByRole('status').locator('ins')).toHaveText('It opened three weeks late.');
  await translation.getByRole('button', { name: 'Mark as up to date' }).click();
  await expect(translation.getByRole('status')).toHaveCount(0);
  await translation.getByRole('button', { name: 'Not a translation' }).click();
  await expect(translation.getByRole('button', { name: 'This is a translation of…' })).toBeVisible();
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await expect(translation).toContainText('The ice road opens');
});

test('[[ links another article by its headline, which follows it until the writer makes words of it', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('The ice road opens');
  await desk.saved();
  await desk.newArticle('Lorries wait');
  await desk.toEnd();
  await desk.type('See [[ice road');
  const offers = desk.page.getByRole('listbox', { name: 'Link to an article' });
  await expect(offers.getByRole('option')).toHaveText(['The ice road opens']);
  await desk.page.keyboard.press('Enter');
  const link = desk.text.locator('.article-link');
  await expect(link).toHaveText('The ice road opens');
  await desk.type(' today.');
  await expect(desk.paragraphs.first()).toHaveText('See The ice road opens today.');
  await desk.saved();

  // The headline changes: the link says so by itself.
  await desk.open('The ice road opens');
  await desk.headline.click();
  await desk.page.keyboard.press('End');
  await desk.type(' late');
  await desk.saved();
  await desk.open('Lorries wait');
  await expect(link).toHaveText('The ice road opens late');

  // A draft's headline is in no export.
  await desk.command('Export…');
  const preview = desk.page.frameLocator('iframe').locator('article');
  await expect(preview).toContainText('today.');
  await expect(preview).not.toContainText('ice road');
  await expect(desk.page.getByRole('dialog')).toContainText('a headline that is not out yet');
  await desk.page.keyboard.press('Escape');

  await link.dblclick();
  await expect(link).toHaveCount(0);
  await expect(desk.text.locator('.link')).toHaveText('The ice road opens late');
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(link).toHaveText('The ice road opens late');
  await link.click();
  await desk.type('the road');
  await expect(desk.text.locator('.link')).toHaveText('the road');
  await expect(desk.paragraphs.first()).toHaveText('See the road today.');
  await desk.saved();
});
