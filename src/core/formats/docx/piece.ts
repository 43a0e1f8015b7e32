import type { Role } from './readStyles';

export type Look = 'bold' | 'italic' | 'underline' | 'strike' | 'code';

/** A picture as the document has it. */
export interface Drawing {
  /** As Stet named it, else the file's name in the package. */
  name: string;
  file: string;
  alt: string;
  base64: string | null;
}

/** Words of one look and one meaning. */
export interface Piece {
  text: string;
  looks: ReadonlySet<Look>;
  role: Role | null;
  /** The address as the document has it. */
  url: string | null;
  /** The date of a content control. */
  at: string | null;
  /** What somebody said about these words: comments and changes. */
  notes: readonly string[];
  picture: Drawing | null;
}
