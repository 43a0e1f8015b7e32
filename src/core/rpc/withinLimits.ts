/** UTF-16 units of all strings of one call together: as much as the loopback host takes in bytes. */
const MAX_UNITS = 20_000_000;
const MAX_VALUES = 5_000_000;
/** A document may be 60 blocks deep, each two levels of JSON, in the envelope of a call. */
const MAX_DEPTH = 200;

/**
 * True for what a call may carry: null, booleans, numbers, strings, lists and plain objects, not too many, too long or too deep.
 * Structured clones can also bring buffers, maps and cycles; those are none of ours. Does not recurse.
 */
export function withinLimits(input: unknown): boolean {
  const stack: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let values = 0;
  let units = 0;
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, depth } = item;
    if (typeof value === 'string') units += value.length;
    else if (Array.isArray(value)) {
      if (value.length > MAX_VALUES) return false;
      for (const child of value as unknown[]) stack.push({ value: child, depth: depth + 1 });
    } else if (typeof value === 'object' && value !== null) {
      if (!isPlain(value)) return false;
      for (const [key, child] of Object.entries(value)) {
        units += key.length;
        stack.push({ value: child, depth: depth + 1 });
      }
    } else if (value !== null && value !== undefined && typeof value !== 'boolean' && typeof value !== 'number') return false;
    if (++values > MAX_VALUES || units > MAX_UNITS || depth > MAX_DEPTH) return false;
  }
  return true;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}
