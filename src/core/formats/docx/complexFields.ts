/** Fields of a document whose instruction and result stand in runs of their own (ECMA-376, part 1, section 17.16.18), as far as they are open. */
export class ComplexFields {
  readonly #open: { instruction: string; shown: boolean }[] = [];

  /** True within an instruction, whose words nobody reads. */
  get isSilent(): boolean {
    const field = this.#open.at(-1);
    return field !== undefined && !field.shown;
  }

  /** The address that words here lead to; null for none. */
  get address(): string | null {
    return this.#open.map(({ instruction }) => addressIn(instruction)).find((found) => found !== null) ?? null;
  }

  /** A sign of the kind `begin`, `separate` or `end`. */
  sign(kind: string): void {
    if (kind === 'begin') this.#open.push({ instruction: '', shown: false });
    else if (kind === 'end') this.#open.pop();
    else {
      const field = this.#open.at(-1);
      if (field) field.shown = true;
    }
  }

  instruct(words: string): void {
    const field = this.#open.at(-1);
    if (field) field.instruction += words;
  }
}

/** The address in the instruction of a field: `HYPERLINK "https://…"` (ECMA-376, part 1, section 17.16.5.25). */
export const addressIn = (instruction: string): string | null => /^\s*HYPERLINK\s+"([^"]+)"/u.exec(instruction)?.[1] ?? null;
