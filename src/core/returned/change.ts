import type { FieldName } from '../article/fields';
import type { Stretch } from './mergeWords';

/**
 * `open`: the draft still has what was sent. `clash`: the writer changed the same place, so that taking the desk's means letting the
 * writer's go. `settled`: the draft already says the same.
 */
export type Standing = 'open' | 'clash' | 'settled';

interface Common {
  /** Stays the same while the same copy is looked at. */
  id: string;
  standing: Standing;
  /** Counts in the blocks of the returned copy, or where a block was taken out, in those that were sent: the order of the text. */
  place: number;
  /** Who made it, as the copy's tracked changes say. */
  by: readonly string[];
}

/** One change that the desk made, which is taken or left as a whole. */
export type DeskChange = Common &
  (
    | { kind: 'words'; base: number; desk: number; leaf: number; stretch: Stretch }
    | { kind: 'attribute'; base: number; desk: number; path: readonly number[]; names: readonly string[] }
    /** Blocks that came, went, were divided, joined, made another kind or changed beyond a comparison word by word. */
    | { kind: 'blocks'; base: readonly number[]; desk: readonly number[] }
    | { kind: 'moved'; base: number; desk: number }
    | { kind: 'field'; name: Exclude<FieldName, 'notes' | 'rejections' | 'translationOf' | 'status'>; emptied: boolean }
    /** What somebody at the desk said: `leaf` is null for what has no place in the words. */
    | { kind: 'comment'; desk: number | null; leaf: number; from: number; to: number; text: string }
  );
