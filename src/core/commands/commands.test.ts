import { expect, test } from 'vitest';
import { commands } from './commands';

const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

test('no two commands share an id, a title or a shortcut', () => {
  expect(repeated(commands.map(({ id }) => id))).toEqual([]);
  expect(repeated(commands.map(({ title }) => title))).toEqual([]);
  expect(repeated(commands.flatMap((command) => ('shortcut' in command ? [command.shortcut] : [])))).toEqual([]);
});

test('groups of a menu stand together', () => {
  for (const menu of new Set(commands.map((command) => command.menu))) {
    const groups = commands.filter((command) => command.menu === menu).map(({ group }) => group);
    expect([...groups].sort((a, b) => a - b)).toEqual(groups);
  }
});
