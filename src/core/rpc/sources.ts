import * as v from 'valibot';

/** A text that is read: as long as one call takes, in UTF-16 units. */
export const text = v.pipe(v.string(), v.maxLength(16_000_000));
/** A file that is no text (a Word document), in base64 (RFC 4648): at most 32 MB of it. */
export const packed = v.optional(v.pipe(v.string(), v.maxLength(45_000_000)));
/** The id of an importer or an exporter. */
export const formatId = v.pipe(v.string(), v.maxLength(40));
