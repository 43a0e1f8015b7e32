/**
 * Names for the pictures of a page, in their order: `ice-road-1.jpg` beside `ice-road.html`. `stem` is the page's own name
 * without its extension; two pages of different names never give one name twice.
 */
export function pictureFiles(stem: string, assets: readonly string[]): Map<string, string> {
  return new Map(assets.map((asset, index) => [asset, `${stem}-${index + 1}.${extensionOf(asset)}`]));
}

const extensionOf = (asset: string): string => (asset.split('.').at(-1) ?? '').toLowerCase().replace('jpeg', 'jpg');
