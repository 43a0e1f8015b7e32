import { Desk } from './desk';
import { expect, test } from '../test';

test('a selection becomes a quotation, word for word, and people known to the library complete its fields', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('A quotation');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('Before. “We waited all night,” Marit said. After.');
  await desk.page.keyboard.press('Home');
  for (let step = 0; step < 'Before. '.length; step++) await desk.page.keyboard.press('ArrowRight');
  for (let step = 0; step < '“We waited all night,” Marit said.'.length; step++)
    await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: 'Make quotation' }).click();
  expect(await desk.body()).toEqual(['p Before.', 'quote “We waited all night,” Marit said.', 'p After.']);

  const speaker = desk.text.getByRole('combobox', { name: 'Who said it' });
  await speaker.click();
  await desk.type('sol');
  await desk.page.getByRole('option', { name: /Marit Solheim/u }).click();
  await expect(speaker).toHaveValue('Marit Solheim');
  await expect(desk.text.getByRole('combobox', { name: 'Role' })).toHaveValue('ward nurse');

  await desk.page.getByRole('tab', { name: /Quotes/u }).click();
  const panel = desk.page.getByRole('tabpanel', { name: /Quotes/u });
  await expect(panel).toContainText('We waited all night');
  await expect(panel).toContainText('Marit Solheim');
  await desk.saved();
  await desk.headline.click();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await expect(speaker).toHaveValue('');
});

test('an empty quotation takes its words and its source', async ({ stet }) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('Sources');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.command('Quotation');
  await desk.type('It will hold.');
  await desk.text.getByRole('button', { name: 'Source' }).click();
  await desk.text.getByLabel('Address of the source').fill('example.org/minutes');
  await desk.page.keyboard.press('Enter');
  await desk.text.getByRole('textbox', { name: 'Source', exact: true }).fill('Council minutes');
  await desk.page.keyboard.press('Enter');
  await desk.text.getByRole('combobox', { name: 'Who said it' }).fill('Ines Roy');
  await desk.page.keyboard.press('Enter');
  await desk.saved();
  await desk.page.reload();
  await desk.ready();
  await expect(desk.text.getByRole('combobox', { name: 'Who said it' })).toHaveValue('Ines Roy');
  await expect(desk.text.getByLabel('Address of the source')).toHaveValue('https://example.org/minutes');
  await expect(desk.text.getByRole('textbox', { name: 'Source', exact: true })).toHaveValue('Council minutes');
});

test('who said it is offered from the words beside it, and a checked quotation shows what was changed until it is put back', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  await desk.newArticle('The wall');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('“We saw the water coming,” said Otto Berg, a fisherman.');
  await desk.page.getByRole('tab', { name: /Quotes/u }).click();
  const panel = desk.page.getByRole('tabpanel', { name: /Quotes/u });
  await expect(panel).toContainText('We saw the water coming,');
  const offer = panel.getByRole('group', { name: 'Who said it?' }).getByRole('button', { name: 'Otto Berg, fisherman' });
  const card = await panel
    .getByRole('listitem')
    .filter({ has: desk.page.getByRole('button', { name: 'Otto Berg, fisherman' }) })
    .boundingBox();
  const place = await offer.boundingBox();
  expect(place && card && place.y >= card.y && place.y + place.height <= card.y + card.height, 'it stands in its card').toBe(
    true,
  );
  await offer.click();
  await expect(panel.getByRole('group', { name: 'Who said it?' })).toHaveCount(0);
  await expect(panel).toContainText('Otto Berg, fisherman');

  await panel.getByRole('checkbox', { name: 'Checked' }).check();
  await expect(panel).toContainText('Nothing changed since checked.');
  await desk.text.getByText('We saw the water coming').click();
  await desk.page.keyboard.press('Home');
  for (let step = 0; step < '“We saw the '.length; step++) await desk.page.keyboard.press('ArrowRight');
  await desk.type('high ');
  await expect(panel.getByText('One was changed since checked.')).toBeVisible();
  await expect(panel.locator('ins')).toHaveText(/high/u);
  await expect(desk.text.locator('.changed-words')).toHaveText(/high/u);

  await panel.getByRole('button', { name: 'Put the checked words back' }).click();
  await expect(desk.paragraphs.first()).toHaveText('“We saw the water coming,” said Otto Berg, a fisherman.');
  await expect(panel).toContainText('Nothing changed since checked.');
  await expect(desk.text.locator('.changed-words')).toHaveCount(0);
  await desk.saved();
  await desk.page.reload();
  await desk.ready();
  await expect(panel).toContainText('Otto Berg, fisherman');
  await expect(panel.getByRole('checkbox', { name: 'Checked' })).toBeChecked();
});

test('“Who said it” is named from the palette, with evidence beside it, and later articles know where that was', async ({
  stet,
}) => {
  const desk = await new Desk((await stet.start()).page).ready();
  const { page } = desk;
  await desk.newArticle('The dike');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await desk.type('It was “a wall of mud” that came.');
  for (let step = 0; step < 'mud” that came.'.length; step++) await page.keyboard.press('ArrowLeft');
  await desk.command('Who said it…');
  const asked = page.getByRole('dialog', { name: 'Who said it' }).getByRole('combobox', { name: 'Who said it' });
  await expect(asked).toBeFocused();
  await desk.type('Ida Holm, dike warden');
  await page.keyboard.press('Enter');
  await expect(desk.text.locator('.speech')).toHaveText('“a wall of mud”');

  await page.getByRole('tab', { name: /Quotes/u }).click();
  const panel = page.getByRole('tabpanel', { name: /Quotes/u });
  await expect(panel).toContainText('Ida Holm, dike warden');
  await panel.getByRole('button', { name: 'Evidence' }).click();
  await panel.getByRole('textbox', { name: 'Checked against' }).fill('Recording of 3 March');
  await panel.getByRole('textbox', { name: 'Minute' }).fill('12:40');
  await panel.getByRole('checkbox', { name: 'Checked' }).check();
  await expect(panel.getByRole('region', { name: 'Quoted before' })).toContainText('Nowhere else in this library.');
  await desk.saved();

  // A quotation before it: the evidence stays open where it was.
  await desk.text.getByText('It was').click();
  await page.keyboard.press('Home');
  await desk.type('“Run,” they cried. ');
  await expect(
    panel.getByRole('listitem').filter({ hasText: 'a wall of mud' }).getByRole('textbox', { name: 'Minute' }),
  ).toHaveValue('12:40');
  await desk.saved();

  await desk.newArticle('The dike again');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await desk.type('“It held,” said Ida Holm.');
  await panel
    .getByRole('group', { name: 'Who said it?' })
    .getByRole('button', { name: /Ida Holm/u })
    .click();
  await panel.getByRole('button', { name: 'Evidence' }).click();
  const earlier = panel.getByRole('region', { name: 'Quoted before' });
  await expect(earlier).toContainText('a wall of mud');
  await expect(earlier).toContainText('Nothing changed since checked.');
  await earlier.getByRole('button', { name: /The dike/u }).click();
  await expect(desk.headline).toHaveText('The dike');
});
