import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const steps = [
  ['types, one project a room', bin('tsc'), ['-b', 'tsconfig.rooms.json']],
  ['types, with tests and tools', bin('tsc'), ['-p', 'tsconfig.json']],
  [
    'types of components',
    bin('svelte-check'),
    ['--tsconfig', 'src/renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['doors', bin('depcruise'), ['src', 'e2e', 'bench', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['dead code', bin('knip'), []],
];

const failed = [];
for (const [title, command, args] of steps) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const verdict = status === 0 ? 'ok' : 'FAILED';
  process.stdout.write(`check: ${title}: ${verdict} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (status !== 0) failed.push(title);
}
if (failed.length > 0) {
  process.stdout.write(`check: not passed: ${failed.join('; ')}\n`);
  process.exitCode = 1;
}
