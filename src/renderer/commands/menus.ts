import { commands, type Command, type CommandId, type MenuName } from '../../core/commands/commands';

export const menuTitles: Record<MenuName, string> = {
  file: 'File',
  edit: 'Edit',
  insert: 'Insert',
  format: 'Format',
  view: 'View',
  help: 'Help',
};

export interface MenuOfCommands {
  title: string;
  groups: readonly (readonly (Command & { id: CommandId })[])[];
}

/** The registry as menus: in the order of the registry, each menu parted by its groups. */
export function menus(): readonly MenuOfCommands[] {
  const names = Object.keys(menuTitles) as MenuName[];
  return names.map((name) => {
    const own = commands.filter((command) => command.menu === name);
    const groups = [...new Set(own.map((command) => command.group))];
    return { title: menuTitles[name], groups: groups.map((group) => own.filter((command) => command.group === group)) };
  });
}
