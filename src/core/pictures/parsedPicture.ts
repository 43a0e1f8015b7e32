/** What a reader of one kind of file finds: its size as it is shown without turning, and the parts that draw it. */
export interface ParsedPicture {
  /** In pixels. */
  width: number;
  height: number;
  /** EXIF 2.32 section 4.6.4, tag 0x0112: 1 is upright, 2 to 8 are turned or mirrored. */
  orientation: number;
  /** Slices of the file, in order: joined they are the same picture without anything that does not draw it. */
  kept: Uint8Array[];
}

/** A file that breaks off or contradicts itself; turned into `pictures/damaged` by `readPicture`. */
export class DamagedPicture extends Error {
  override readonly name = 'DamagedPicture';
}

/** Bytes with a place to read at; every read beyond the end is damage. Numbers are big-endian unless said otherwise. */
export class ByteReader {
  readonly #view: DataView;
  at = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1));
  }
  u16(little = false): number {
    return this.#view.getUint16(this.#step(2), little);
  }
  u24le(): number {
    return this.u16(true) + this.u8() * 0x1_0000;
  }
  u32(little = false): number {
    return this.#view.getUint32(this.#step(4), little);
  }
  /** As many bytes as ASCII letters. */
  text(length: number): string {
    return String.fromCharCode(...this.take(length));
  }
  take(length: number): Uint8Array {
    const from = this.#step(length);
    return this.bytes.subarray(from, from + length);
  }

  #step(length: number): number {
    if (length < 0 || this.at + length > this.bytes.length) throw new DamagedPicture('the file breaks off');
    const from = this.at;
    this.at += length;
    return from;
  }
}
