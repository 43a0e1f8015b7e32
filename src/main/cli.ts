import { readFileSync } from 'node:fs';
import { run } from './cli/main';

// A reader that has seen enough (`stet list | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const { argv, stdin, stdout, stderr, env } = process;
process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd(), env, version });
