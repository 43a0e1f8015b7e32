import { Desk } from './desk';
import { expect, test } from '../test';

test('the desk sets its limits, writes and imports its house words, and finds them again', async ({ stet }) => {
  const first = await stet.start();
  const desk = await new Desk(first.page).ready();
  await desk.command('Settings…');
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Headline, characters' }).fill('sixty');
  await dialog.getByRole('textbox', { name: 'Headline, characters' }).blur();
  await expect(dialog.getByRole('alert')).toContainText('A whole number');
  await dialog.getByRole('textbox', { name: 'Headline, characters' }).fill('60');
  await dialog.getByRole('textbox', { name: 'House words' }).fill('en: Kiev → Kyiv');
  await dialog.getByRole('textbox', { name: 'House words' }).blur();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'house.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('not,use\nMumbay,Mumbai\nalone\n'),
  });
  await expect(dialog.getByRole('status')).toContainText(
    '1 word of “house.csv” taken over. Not understood: 1 of its lines (line 3',
  );
  await expect(dialog.getByRole('textbox', { name: 'House words' })).toHaveValue('en: Kiev → Kyiv\nMumbay → Mumbai');
  await first.page.keyboard.press('Escape');
  await first.close();

  const again = await new Desk((await stet.start()).page).ready();
  await again.command('Settings…');
  await expect(again.page.getByRole('textbox', { name: 'Headline, characters' })).toHaveValue('60');
  await expect(again.page.getByRole('textbox', { name: 'House words' })).toHaveValue('en: Kiev → Kyiv\nMumbay → Mumbai');
});
