import type { Attribute } from '@tiptap/core';
import * as v from 'valibot';

/**
 * A TipTap attribute from its spec: validated whenever a node is checked, and carried over Stet's own clipboard
 * as JSON in a `data-` attribute. A clipboard value that does not fit the spec gives the default.
 */
export function attribute(name: string, spec: { schema: v.GenericSchema; default: unknown }): Partial<Attribute> {
  const dataName = `data-${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    // TipTap takes an absent default to mean "required"; a mark that cannot stand without its attribute wants that.
    ...(spec.default === undefined ? { isRequired: true } : { default: spec.default }),
    validate: (value: unknown) => {
      if (!v.is(spec.schema, value)) throw new RangeError(`Invalid value for attribute ${name}`);
    },
    parseHTML: (element) => {
      const raw = element.getAttribute(dataName);
      if (raw === null) return spec.default;
      try {
        const value: unknown = JSON.parse(raw);
        return v.is(spec.schema, value) ? value : spec.default;
      } catch {
        return spec.default; // not our clipboard's JSON
      }
    },
    renderHTML: (attributes) =>
      attributes[name] === spec.default || attributes[name] == null ? {} : { [dataName]: JSON.stringify(attributes[name]) },
  };
}

/** All attributes of one node or mark. */
export function attributes(
  specs: Record<string, { schema: v.GenericSchema; default: unknown }>,
): Record<string, Partial<Attribute>> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, attribute(name, spec)]));
}
