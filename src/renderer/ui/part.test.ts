import type { Component } from 'svelte';
import { expect, test, vi } from 'vitest';
import { Part } from './part.svelte';

const component = (() => ({})) as unknown as Component<{ name: string }>;

test('a part is loaded once, however often it is asked for', async () => {
  const bring = vi.fn(() => Promise.resolve({ default: component }));
  const part = new Part(bring);
  expect(part.shown).toBeNull();
  await Promise.all([part.load(), part.load()]);
  await part.load();
  expect(part.shown).toBe(component);
  expect(bring).toHaveBeenCalledTimes(1);
});

test('a part that could not be loaded is tried again when it is asked for again', async () => {
  const bring = vi.fn(() => Promise.resolve({ default: component }));
  bring.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const part = new Part(bring);
  await expect(part.load()).rejects.toThrow(TypeError);
  expect(part.shown).toBeNull();
  await part.load();
  expect(part.shown).toBe(component);
});
