import { StetError, toWire } from '../../core/errors';
import { exitCodeOf, usage, type Command, type ExitCode, type Io } from './command';

/** Every command: what it does, and where it is. Each is loaded only when it is called. */
const commands: Readonly<Record<string, { does: string; load(): Promise<Command> }>> = {
  convert: {
    does: 'turn a file into HTML, Markdown or JSON, without a library',
    load: async () => (await import('./commands/convert')).convert,
  },
  import: { does: 'make articles of files', load: async () => (await import('./commands/import')).importFiles },
  list: { does: 'list the articles of the library', load: async () => (await import('./commands/list')).list },
  search: { does: 'search the library', load: async () => (await import('./commands/search')).search },
  show: { does: 'show one article', load: async () => (await import('./commands/show')).show },
  export: { does: 'write articles into a folder', load: async () => (await import('./commands/export')).exportArticles },
  site: {
    does: 'export to a site: list the sites, bring one up to date',
    load: async () => (await import('./commands/site')).siteCommand,
  },
  check: {
    does: 'say what a sub-editor would point out in a file or an article',
    load: async () => (await import('./commands/check')).check,
  },
  backup: { does: 'make a verified archive of the library', load: async () => (await import('./commands/backup')).backup },
  restore: { does: 'restore articles from an archive', load: async () => (await import('./commands/backup')).restore },
  quotes: {
    does: 'list every quotation of a file or an article, with who said it',
    load: async () => (await import('./commands/quotes')).quotes,
  },
  compare: {
    does: 'say what a desk changed in a copy that came back',
    load: async () => (await import('./commands/compare')).compare,
  },
  link: { does: 'put a piece before or after an article', load: async () => (await import('./commands/link')).link },
  unlink: { does: 'cut the link on one side of an article', load: async () => (await import('./commands/link')).unlink },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));

/** What `stet --help` shows. */
const overview = `Stet, an editor for journalists, from the command line.

Usage: stet COMMAND [OPTIONS]

Commands
${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)
  .join('\n')}

Options
  --library DIR  the library's folder; otherwise STET_LIBRARY, otherwise your own library
  --help         this, or the help of one command: stet COMMAND --help
  --version      the version of Stet

Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 findings of level error, 2 wrong use, 3 failed.
`;

/** Runs one command line and gives its exit code. Never rejects. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const { code, message, details } = toWire(error);
    io.stderr.write(`stet: ${message}\n`);
    if (!(error instanceof StetError)) io.stderr.write(`stet: ${String(details.name)}\n`);
    if (code === 'cli/usage')
      io.stderr.write(`Try: stet ${argv[0] !== undefined && Object.hasOwn(commands, argv[0]) ? `${argv[0]} ` : ''}--help\n`);
    return exitCodeOf(code);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = withCommandFirst(argv);
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(overview);
    return 0;
  }
  if (name === '--version') {
    io.stdout.write(`${io.version}\n`);
    return 0;
  }
  if (name === undefined) throw usage('Say what to do.');
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) throw usage(`There is no command “${name}”. There are ${Object.keys(commands).join(', ')}.`);
  return (await found.load()).run(rest, io);
}

/** `stet --library DIR list` means the same as `stet list --library DIR`. */
function withCommandFirst(argv: readonly string[]): readonly string[] {
  const length = argv[0] === '--library' ? 2 : argv[0]?.startsWith('--library=') ? 1 : 0;
  const name = argv[length];
  return length === 0 || name === undefined ? argv : [name, ...argv.slice(0, length), ...argv.slice(length + 1)];
}
