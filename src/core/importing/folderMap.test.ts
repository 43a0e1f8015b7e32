import { expect, test } from 'vitest';
import { FolderMap } from './folderMap';

const map = new FolderMap([
  { path: 'site/index.html', address: null },
  { path: 'site/north/ice.html', address: null },
  { path: 'hugo/content/north/thaw/index.md', address: null },
  { path: 'hugo/content/north/frost.md', address: null },
  { path: 'hugo/content/north/frost.de.md', address: null },
  { path: 'hugo/content/coast/salt.md', address: null },
  { path: 'jekyll/_posts/2026-02-03-bridge.md', address: '/north/bridge/' },
  { path: 'jekyll/_posts/2026-02-04-lights.md', address: '/north/lights/' },
]);

test.each([
  ['a file beside it', 'site/index.html', 'north/ice.html', 'site/north/ice.html'],
  ['a file above it, with a place in it', 'site/north/ice.html', '../index.html#top', 'site/index.html'],
  ['a page of Hugo from a bundle', 'hugo/content/north/thaw/index.md', '../frost/', 'hugo/content/north/frost.md'],
  ['a bundle of Hugo from a page', 'hugo/content/north/frost.md', '../thaw/', 'hugo/content/north/thaw/index.md'],
  ['a page in another section', 'hugo/content/north/frost.md', '../../coast/salt/', 'hugo/content/coast/salt.md'],
  ['a translation', 'hugo/content/north/frost.md', '../../de/north/frost/', 'hugo/content/north/frost.de.md'],
  ['the original of a translation', 'hugo/content/north/frost.de.md', '../../../north/frost/', 'hugo/content/north/frost.md'],
  ['a source file of Hugo', 'hugo/content/north/frost.md', 'thaw/index.md', 'hugo/content/north/thaw/index.md'],
  ['an address from the root', 'hugo/content/north/frost.md', '/coast/salt/', 'hugo/content/coast/salt.md'],
  ['a post of Jekyll by its permalink', 'jekyll/_posts/2026-02-03-bridge.md', '../lights/', 'jekyll/_posts/2026-02-04-lights.md'],
  ['nothing that is there', 'site/index.html', 'gone.html', null],
  ['nothing above the folder', 'site/index.html', '../../../etc/passwd', null],
])('finds %s', (_what, from, href, found) => expect(map.find(from, href)).toBe(found));
