import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commands } from '../../core/commands/commands';
import { menuTemplate } from './menu';

const items = (template: MenuItemConstructorOptions[]) =>
  template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

test('every command stands in the menu once, and choosing it sends its id', () => {
  const sent: string[] = [];
  for (const item of items(menuTemplate(false, (id) => sent.push(id)))) (item.click as (() => void) | undefined)?.();
  expect(sent.sort()).toEqual(commands.map(({ id }) => id).sort());
});

test('shortcuts are shown and left to the window, which knows where the cursor stands', () => {
  for (const item of items(menuTemplate(true, () => undefined)))
    if (item.accelerator) expect(item.registerAccelerator).toBe(false);
  const bold = items(menuTemplate(true, () => undefined)).find(({ label }) => label === 'Bold');
  expect(bold?.accelerator).toBe('CmdOrCtrl+B');
});

test('a Mac has its own first and window menus', () => {
  expect(menuTemplate(true, () => undefined).map(({ role, label }) => role ?? label)).toEqual([
    'appMenu',
    'File',
    'Edit',
    'Insert',
    'Format',
    'View',
    'Help',
    'windowMenu',
  ]);
  expect(menuTemplate(false, () => undefined).map(({ label }) => label)).toEqual([
    'File',
    'Edit',
    'Insert',
    'Format',
    'View',
    'Help',
  ]);
});
