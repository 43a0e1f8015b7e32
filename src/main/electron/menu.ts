import type { MenuItemConstructorOptions } from 'electron';
import { commands, type Command, type MenuName } from '../../core/commands/commands';

const TITLES: Record<MenuName, string> = {
  file: 'File',
  edit: 'Edit',
  insert: 'Insert',
  format: 'Format',
  view: 'View',
  help: 'Help',
};

const KEYS: Readonly<Record<string, string>> = { Mod: 'CmdOrCtrl', ArrowUp: 'Up', ArrowDown: 'Down', Enter: 'Return' };

const accelerator = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((key) => KEYS[key] ?? key)
    .join('+');

/** What a platform adds to a menu beside our commands. */
function nativeItems(name: MenuName, isMac: boolean): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  if (name === 'file') return [line, { role: isMac ? 'close' : 'quit' }];
  if (name === 'edit') return [line, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
  if (name === 'view')
    return [line, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }];
  return [];
}

/**
 * The native menu, made from the command registry. Shortcuts are shown but left to the window, which knows
 * whether the cursor stands in the text; `send` gets the id of a command that was chosen with the mouse.
 */
export function menuTemplate(isMac: boolean, send: (id: string) => void): MenuItemConstructorOptions[] {
  const menus = (Object.keys(TITLES) as MenuName[]).map((name): MenuItemConstructorOptions => {
    const submenu: MenuItemConstructorOptions[] = [];
    let group: number | undefined;
    for (const command of commands as readonly Command[]) {
      if (command.menu !== name) continue;
      if (group !== undefined && group !== command.group) submenu.push({ type: 'separator' });
      group = command.group;
      const shortcut = isMac ? (command.macShortcut ?? command.shortcut) : command.shortcut;
      submenu.push({
        label: command.title,
        click: () => send(command.id),
        ...(shortcut ? { accelerator: accelerator(shortcut), registerAccelerator: false } : {}),
      });
    }
    return { label: TITLES[name], submenu: [...submenu, ...nativeItems(name, isMac)] };
  });
  return isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}
