import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';

/** The public view itself, for scripts; while there is an embargo, its line comes first. */
export const jsonExporter: Exporter = {
  id: 'json',
  title: 'JSON',
  extension: 'json',
  mime: 'application/json',
  previewable: false,
  readBy: null,
  carries: null,
  write: (view) => {
    const notice = embargoNotice(view.fields);
    return `${JSON.stringify(notice ? { notice: notice.line, ...view } : view, null, 2)}\n`;
  },
};
