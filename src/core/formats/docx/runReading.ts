import type { LeftOut } from '../format';
import type { DocumentStyles } from './readStyles';
import type { WordPackage } from './wordPackage';

/** What reading a document's runs needs, and what it collects. */
export interface RunReading {
  styles: DocumentStyles;
  pack: WordPackage;
  /** The words of each comment by its id. */
  comments: ReadonlyMap<string, string>;
  /** Comments whose range is open at this place. */
  open: Set<string>;
  /** Comments that some words have been found for. */
  placed: Set<string>;
  leftOut: LeftOut[];
  /** Made by Stet, perhaps saved by another program since. */
  ours: boolean;
  /** As Stet wrote it: every list has a number of its own. */
  exact: boolean;
}
