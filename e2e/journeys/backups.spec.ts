import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from './desk';
import { expect, test } from '../test';

test('a library is backed up, loses an article, and has it back; what is newer stays', async ({ stet }, { project }) => {
  const home = join(stet.scratch, 'home');
  await Promise.all([
    mkdir(join(home, 'Documents'), { recursive: true }),
    mkdir(join(stet.scratch, 'chosen'), { recursive: true }),
  ]);
  const desk = await new Desk((await stet.start({ home })).page).ready();
  const dialog = desk.page.getByRole('dialog', { name: 'Back up and restore' });
  const choose = async () => {
    if (project.name === 'loopback') await dialog.getByRole('button', { name: 'Documents' }).click();
    else await dialog.getByRole('button', { name: /Choose a folder|chosen/u }).click();
  };
  await desk.newArticle('Ice road opens');
  await desk.saved();
  await desk.command('Back up and restore…');
  await choose();
  await dialog.getByRole('button', { name: 'Back up', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('2 articles');
  const folder = project.name === 'loopback' ? join(home, 'Documents') : join(stet.scratch, 'chosen');
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^stet-library-.*\.zip$/u)]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await desk.headline.click();
  await desk.page.keyboard.press('End');
  await desk.type(' at dawn');
  await desk.saved();
  await desk.command('Back up and restore…');
  await dialog.getByText('Restore', { exact: true }).first().click();
  await dialog.getByText('A folder', { exact: true }).click();
  await choose();
  await expect(dialog.getByText('1 article the same, 1 article left as they are here.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toBeDisabled();
});
