/** True for a text that shows nothing: no format can tell spaces alone from nothing at all. */
export const isBlank = (text: string): boolean => text.trim() === '';

export const orBlank = (text: string): string => (isBlank(text) ? '' : text);

export const orNull = (text: string | null): string | null => (text === null || isBlank(text) ? null : text);
