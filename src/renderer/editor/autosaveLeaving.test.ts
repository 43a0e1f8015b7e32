import { describe, expect, test } from 'vitest';
import { StetError } from '../../core/errors';
import { SAVE_WITHIN_MS } from './autosave';
import { saving, settled } from './testing/saving';

describe('a window that goes', () => {
  /** What waits for a test to open it. */
  const door = () => {
    let open: () => void = () => undefined;
    return { wait: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
  };

  test('sends what was typed before the call returns, also while a save is out', async () => {
    const { timers, library, autosave, type, doc, stored } = saving();
    const first = door();
    library.holdTurn[1] = first.wait;
    type('one');
    await timers.pass(300);
    type(' two');
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
    first.open();
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('sends it once more when the save under way carries it already: that one may go with the window', async () => {
    const { library, autosave, type, doc, stored } = saving();
    library.holdTurn[1] = new Promise(() => undefined);
    type('one');
    void autosave.flush();
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('sends it once, however many things tell it to go', async () => {
    const { library, autosave, type, doc, stored } = saving();
    type('one');
    autosave.leave();
    autosave.leave();
    expect(library.sent).toHaveLength(1);
    type(' two');
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('knows how much it would have to carry', async () => {
    const { timers, autosave, type } = saving();
    expect(autosave.unanswered).toBe(0);
    type('a long paste '.repeat(10_000));
    expect(autosave.unanswered).toBeGreaterThan(130_000);
    await timers.pass(300);
    expect(autosave.unanswered).toBe(0);
  });

  test('sends nothing when everything is saved', async () => {
    const { timers, library, autosave, type } = saving();
    type('one');
    await timers.pass(300);
    autosave.leave();
    expect(library.sent).toHaveLength(1);
  });

  test('takes back what was undone while its save is out', async () => {
    const { timers, library, autosave, type, stored } = saving();
    library.answerTurn[1] = new Promise(() => undefined);
    type('one');
    await timers.pass(300);
    autosave.changed(library.start);
    autosave.leave();
    await settled();
    expect(stored().eq(library.start)).toBe(true);
  });

  test.each([
    ['the first arrives last', 'holdTurn', 1],
    ['the second arrives last', 'holdTurn', 2],
    ['the first is answered last', 'answerTurn', 1],
    ['the second is answered last', 'answerTurn', 2],
  ] as const)('goes on as ever when it stays after all: %s', async (_, where, turn) => {
    const { timers, library, autosave, type, doc, stored } = saving();
    const [both, late] = [door(), door()];
    library.hold = both.wait;
    library[where][turn] = late.wait;
    type('one');
    await timers.pass(300);
    type(' two');
    autosave.leave();
    both.open();
    await timers.pass(300);
    type(' three');
    await timers.pass(300);
    expect(autosave.state.kind).toBe('saving');
    late.open();
    await timers.pass(300);
    type(' four');
    await timers.pass(300);
    expect(autosave.state.kind).toBe('saved');
    expect(stored().eq(doc())).toBe(true);
    expect(library.sent).toHaveLength(4);
  });

  test('tells of a failure of the later save alone', async () => {
    const { timers, library, autosave, type, doc, stored } = saving();
    library.fail = new StetError('storage/full', 'The disk is full.');
    const second = door();
    library.holdTurn[2] = second.wait;
    type('one');
    await timers.pass(300 - SAVE_WITHIN_MS - 1);
    void autosave.flush();
    type(' two');
    autosave.leave();
    await settled();
    expect(autosave.state.kind).toBe('saving');
    library.fail = null;
    second.open();
    await settled();
    expect(autosave.state.kind).toBe('saved');
    expect(stored().eq(doc())).toBe(true);
  });
});
