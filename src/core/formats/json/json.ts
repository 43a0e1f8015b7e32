import type { Exporter } from '../format';

/** The public view itself, for scripts. */
export const jsonExporter: Exporter = {
  id: 'json',
  title: 'JSON',
  extension: 'json',
  mime: 'application/json',
  previewable: false,
  write: (view) => `${JSON.stringify(view, null, 2)}\n`,
};
