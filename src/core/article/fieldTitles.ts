import type { FieldName } from './fields';

/** What the interface calls each field. */
export const fieldTitles: Readonly<Record<FieldName, string>> = {
  slug: 'Slug',
  byline: 'Byline',
  dateline: 'Dateline',
  section: 'Section',
  tags: 'Tags',
  language: 'Language',
  translationOf: 'Translation of',
  leadImage: 'Lead picture',
  status: 'Status',
  canonicalUrl: 'Address on the site',
  publishedAt: 'Published',
  updatedAt: 'Updated',
  embargo: 'Embargo',
  corrections: 'Corrections',
  tagline: 'Tagline',
  rejections: 'Findings passed over',
  notes: 'Notes',
};
