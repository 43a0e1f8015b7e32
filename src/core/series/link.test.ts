import { describe, expect, test } from 'vitest';
import { link, unlink, type LinkRequest } from './link';
import type { Series, Side } from './series';
import { entry, ida, run, told } from './testing/builders';

const newId = 'fresh00000000000';
const linking = (all: readonly Series[], id: string, side: Side, target: string, when: LinkRequest['when'] = 'ask') => {
  const answer = link(all, { id: ida(id), side, target: entry(target), when, newId });
  return 'ask' in answer ? `ask about ${told([answer.ask.series])[0]}, with ${answer.ask.with[0]}` : told(answer.all);
};

describe('linking', () => {
  test('two single articles become a series without a name', () => {
    expect(linking([], 'a', 'next', 'b')).toEqual(['-: a b']);
    expect(linking([], 'a', 'previous', 'b')).toEqual(['-: b a']);
  });

  test('an outside piece needs no address', () => {
    expect(linking([run('Ice', 'a', 'b')], 'b', 'next', 'The thaw')).toEqual(['Ice: a b “The thaw”']);
  });

  test('beside a neighbour that is there already, the new one goes between', () => {
    expect(linking([run('Ice', 'a', 'b')], 'a', 'next', 'c')).toEqual(['Ice: a c b']);
    expect(linking([run('Ice', 'a', 'b')], 'b', 'previous', 'c')).toEqual(['Ice: a c b']);
  });

  test('a piece that is there already is not put there twice', () => {
    expect(linking([run('Ice', 'a', 'b')], 'a', 'next', 'b')).toEqual(['Ice: a b']);
    expect(linking([run('Ice', 'a', 'The thaw')], 'a', 'next', 'The thaw')).toEqual(['Ice: a “The thaw”']);
  });

  test('within one series the piece moves, without a question', () => {
    expect(linking([run('Ice', 'a', 'b', 'c')], 'a', 'next', 'c')).toEqual(['Ice: a c b']);
    expect(linking([run(null, 'a', 'b')], 'a', 'previous', 'b')).toEqual(['-: b a']);
  });

  test('a piece of another series is asked about, and nothing changes', () => {
    expect(linking([run('Ice', 'a', 'b'), run('Salt', 'c', 'd')], 'b', 'next', 'c')).toBe('ask about Salt: c d, with c');
    expect(linking([run('Salt', 'c', 'd')], 'a', 'next', 'c')).toBe('ask about Salt: c d, with c');
  });

  test('“move it here” takes it out of where it was', () => {
    expect(linking([run('Ice', 'a', 'b'), run('Salt', 'c', 'd', 'e')], 'a', 'next', 'd', 'move')).toEqual([
      'Ice: a d b',
      'Salt: c e',
    ]);
  });

  test('what is left alone without a name is no series any more; with a name it is', () => {
    expect(linking([run(null, 'c', 'd')], 'a', 'next', 'c', 'move')).toEqual(['-: a c']);
    expect(linking([run('Salt', 'c', 'd')], 'a', 'next', 'c', 'move')).toEqual(['Salt: d', '-: a c']);
  });

  test('“join” where ends meet puts one series after the other', () => {
    expect(linking([run(null, 'a', 'b'), run('Salt', 'c', 'd')], 'b', 'next', 'c', 'join')).toEqual(['Salt: a b c d']);
    expect(linking([run('Ice', 'a', 'b'), run(null, 'c', 'd')], 'a', 'previous', 'd', 'join')).toEqual(['Ice: c d a b']);
    expect(linking([run('Salt', 'c', 'd')], 'a', 'next', 'c', 'join')).toEqual(['Salt: a c d']);
  });

  test('when both have a name, the article keeps its own', () => {
    expect(linking([run('Ice', 'a', 'b'), run('Salt', 'c', 'd')], 'a', 'previous', 'd', 'join')).toEqual(['Ice: c d a b']);
  });

  test('“join” in the middle keeps everyone’s order and both outer neighbours of the seam', () => {
    expect(linking([run('Ice', 'a', 'b', 'c'), run('Salt', 'x', 'y', 'z')], 'b', 'next', 'y', 'join')).toEqual([
      'Ice: x a b y z c',
    ]);
  });

  test('a piece cannot stand beside itself', () => {
    expect(() => linking([], 'a', 'next', 'a')).toThrow(expect.objectContaining({ code: 'series/itself' }));
  });
});

describe('unlinking', () => {
  const cutting = (all: readonly Series[], id: string, side: Side) => told(unlink(all, { id: ida(id), side, newId }));

  test('cuts the series in two, and the longer part keeps the name', () => {
    expect(cutting([run('Ice', 'a', 'b', 'c', 'd', 'e')], 'b', 'next')).toEqual(['Ice: c d e', '-: a b']);
    expect(cutting([run('Ice', 'a', 'b', 'c', 'd')], 'c', 'previous')).toEqual(['Ice: a b', '-: c d']);
  });

  test('a part of one piece without a name is dropped', () => {
    expect(cutting([run(null, 'a', 'b')], 'a', 'next')).toEqual([]);
    expect(cutting([run('Ice', 'a', 'b')], 'a', 'next')).toEqual(['Ice: a']);
  });

  test('where nothing stands on that side, nothing changes', () => {
    expect(cutting([run('Ice', 'a', 'b')], 'b', 'next')).toEqual(['Ice: a b']);
    expect(cutting([run('Ice', 'a', 'b')], 'z', 'next')).toEqual(['Ice: a b']);
  });
});
