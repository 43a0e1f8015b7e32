import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours';
import { entry, ida, run } from './testing/builders';

const all = [run('Ice', 'a', 'b', 'The thaw', 'c')];
const liveBut =
  (...gone: string[]) =>
  (id: string) =>
    !gone.map(ida).includes(id);

test('previous and next follow from the order', () => {
  expect(neighboursOf(all, ida('b'), liveBut())).toEqual({ previous: entry('a'), next: entry('The thaw') });
  expect(neighboursOf(all, ida('a'), liveBut())).toEqual({ previous: null, next: entry('b') });
  expect(neighboursOf(all, ida('z'), liveBut())).toEqual({ previous: null, next: null });
});

test('what is in the trash is passed over, and is back where it was when restored', () => {
  expect(neighboursOf(all, ida('a'), liveBut('b'))).toEqual({ previous: null, next: entry('The thaw') });
  expect(neighboursOf(all, ida('a'), liveBut())).toEqual({ previous: null, next: entry('b') });
});
