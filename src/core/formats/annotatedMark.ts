/**
 * Words that an annotation is about, by its number: where it begins, and where it ends. Only ever in the view that an annotated copy
 * is written from; no document holds it, the gate refuses it, and no exporter of the registry meets it.
 */
export interface AnnotatedMark {
  type: 'annotated';
  attrs: {
    starts: readonly number[];
    ends: readonly number[];
    /** The words of a source who is not to be named, or words that are not for print. */
    guarded: boolean;
  };
}
