/** Prints pages on the host. */
export interface Printer {
  /** A page of Stet's as a PDF: tagged, with an outline of its headings. Errors: `pdf/no-browser`, `pdf/failed`. */
  print(html: string): Promise<Uint8Array>;
}

/** Opens an address in the system's browser. Errors: `links/refused`, `links/failed`. */
export interface Opener {
  open(url: string): Promise<void>;
}

/** Pages waiting to be shown in the preview frame; each host serves `get` as a document of its own with its own policy. */
export interface Previews {
  put(html: string): string;
  get(key: string): string | null;
}
