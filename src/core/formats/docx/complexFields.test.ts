import { expect, test } from 'vitest';
import { addressIn, ComplexFields } from './complexFields';

test('only a hyperlink leads somewhere', () => {
  expect(addressIn(' HYPERLINK "https://example.org/a" \\o "A"')).toBe('https://example.org/a');
  expect(addressIn(' PAGEREF _Toc1 \\h')).toBeNull();
});

test('an instruction is not read as words, and its result leads where the instruction says', () => {
  const fields = new ComplexFields();
  expect([fields.isSilent, fields.address]).toEqual([false, null]);
  fields.sign('begin');
  fields.instruct(' HYPERLINK "https://exam');
  fields.instruct('ple.org/a" ');
  expect(fields.isSilent).toBe(true);
  fields.sign('separate');
  expect([fields.isSilent, fields.address]).toEqual([false, 'https://example.org/a']);
  fields.sign('end');
  expect(fields.address).toBeNull();
});

test('a field inside another leads where the outer one does', () => {
  const fields = new ComplexFields();
  for (const instruction of [' HYPERLINK "https://example.org/a" ', ' PAGE ']) {
    fields.sign('begin');
    fields.instruct(instruction);
    fields.sign('separate');
  }
  expect(fields.address).toBe('https://example.org/a');
});

test('signs without a beginning are nothing', () => {
  const fields = new ComplexFields();
  fields.sign('end');
  fields.sign('separate');
  fields.instruct('HYPERLINK "https://example.org/a"');
  expect([fields.isSilent, fields.address]).toEqual([false, null]);
});
