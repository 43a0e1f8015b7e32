import type { EditorState } from '@tiptap/pm/state';
import type { ArticleSummary } from '../../core/article/summary';
import type { PopoverKind } from './popover';
import type { PlacedFound } from './proof';
import type { SlashCommand } from './slash';

/** Where something that floats over the text belongs: in pixels of the window. */
export interface Anchor {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What floats over the text right now. Written by the plugin, drawn by the page. */
export class MenuState {
  bubble = $state.raw<Anchor | null>(null);
  slash = $state.raw<{ anchor: Anchor; items: readonly SlashCommand[] } | null>(null);
  slashIndex = $state(0);
  articles = $state.raw<{ anchor: Anchor; items: readonly ArticleSummary[] } | null>(null);
  articleIndex = $state(0);
  popover = $state.raw<{ kind: PopoverKind; anchor: Anchor } | null>(null);
  /** The editor's state for what shows it; replaced once a frame and only while something floats. */
  shown = $state.raw<EditorState | null>(null);
  /** The finding that is looked at. */
  finding = $state.raw<{ found: PlacedFound; anchor: Anchor } | null>(null);
  focusBubble: (() => void) | null = null;
  focusFinding: (() => void) | null = null;
}
