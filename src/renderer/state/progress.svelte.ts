/** How far something is that takes its time. */
interface Far {
  readonly done: number;
  readonly total: number;
}

/** How far the host is with what takes longer than a moment; each is null while nothing has been said of it. */
export class Progress {
  /** The backup that is being made, in files. */
  backup = $state.raw<Far | null>(null);
  /** An export of several, in articles. */
  exporting = $state.raw<(Far & { readonly doing: 'reading' | 'writing' }) | null>(null);
  /** The articles of an import that are written. */
  arriving = $state.raw<(Far & { readonly batch: string }) | null>(null);
  /** A look for words to remove, in articles. */
  words = $state.raw<Far | null>(null);
}
