import { expect, test } from 'vitest';
import { pictureBeside } from '../formats/beside';
import { leadsOut, PictureMap } from './pictureMap';

const pictures = [
  'site/images/ice.jpg',
  'site/north/quay.png',
  'site/en/only.png',
  'hugo/static/images/ice.jpg',
  'hugo/content/north/thaw/quay.png',
  'jekyll/assets/ice.jpg',
  'jekyll/north/bridge/bridge-1.jpg',
  'jekyll/coast/bridge/bridge-1.jpg',
];
const map = new PictureMap(pictures, [...pictures, 'hugo/hugo.toml', 'jekyll/_posts/2026-02-03-bridge.md', 'site/index.html']);
const find = (of: string, href: string, address: string | null = null) =>
  map.find({ of, address }, pictureBeside(href, true) ?? 'nothing');

test.each([
  ['beside its text', 'site/north/ice.html', 'quay.png', 'site/north/quay.png'],
  ['above it', 'site/north/ice.html', '../images/ice.jpg', 'site/images/ice.jpg'],
  ['down and up again', 'site/north/ice.html', 'x/../../images/./ice.jpg', 'site/images/ice.jpg'],
  ['from the root of what was chosen', 'site/north/deep/ice.html', '/images/ice.jpg', 'site/images/ice.jpg'],
  ['whatever a server is asked beside', 'site/north/ice.html', '/images/ice.jpg?w=300#x', 'site/images/ice.jpg'],
  ['in the one folder that can be the root', 'site/en/a/ice.html', '/only.png', 'site/en/only.png'],
  ['in what Hugo copies', 'hugo/content/north/frost.md', '/images/ice.jpg', 'hugo/static/images/ice.jpg'],
  ['above the page that Hugo makes', 'hugo/content/north/frost.md', '../thaw/quay.png', 'hugo/content/north/thaw/quay.png'],
  ['in the assets of Jekyll', 'jekyll/_posts/2026-02-03-bridge.md', '/assets/ice.jpg', 'jekyll/assets/ice.jpg'],
])('finds a picture %s', (_what, of, href, found) => expect(find(of, href)).toBe(found));

test('a post of Jekyll has its pictures where its page is', () => {
  const post = 'jekyll/_posts/2026-02-03-bridge.md';
  expect(find(post, 'bridge-1.jpg', '/north/bridge/')).toBe('jekyll/north/bridge/bridge-1.jpg');
  expect(find(post, '../bridge/bridge-1.jpg', '/coast/lights/')).toBe('jekyll/coast/bridge/bridge-1.jpg');
  expect(find(post, 'bridge-1.jpg')).toBeNull();
});

test.each(['../../etc/quay.png', '../../../site/../quay.png', '/../../etc/quay.png', '..%2f..%2fquay.png', '/nowhere.png'])(
  'nothing but what came along is ever found: %s',
  (href) => {
    const found = find('site/north/ice.html', href);
    expect(found === null || pictures.includes(found)).toBe(true);
    expect(find('site/ice.html', href)).toBeNull();
  },
);

test.each([
  '//host.example/x.png',
  '/\\host/x.png',
  '\\\\host\\x.png',
  'https://a.example/x.png',
  'file:///x.png',
  '/x.svg',
  '%',
  '',
])('what is no file of the batch has no name: %s', (href) => expect(pictureBeside(href, true)).toBeNull());

test('alone, a page has only what lies below it', () => {
  expect(['/x.png', '../x.png', 'a/../x.png', './a/x.png'].map((href) => pictureBeside(href, false))).toEqual([
    null,
    null,
    null,
    'a/x.png',
  ]);
});

test('an address that leads out of what was chosen is known as such', () => {
  const out = (of: string, href: string) => leadsOut(of, pictureBeside(href, true) ?? '');
  expect([
    out('a.md', '../x.png'),
    out('site/a.md', '../x.png'),
    out('site/n/a.md', '../x.png'),
    out('site/a.md', '/x.png'),
  ]).toEqual([true, true, false, false]);
});
