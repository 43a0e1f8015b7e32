import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StetError } from '../../core/errors';

/** What a command may touch of the process. */
export interface Io {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string | Uint8Array): unknown };
  stderr: { write(text: string): unknown };
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  version: string;
}

/** 0 done · 1 findings of level error · 2 wrong use · 3 failed. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  /** What `--help` shows. */
  help: string;
  run(argv: readonly string[], io: Io): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O & typeof common; allowPositionals: true; strict: true }>
>;

/** Understood by every command. */
const common = { help: { type: 'boolean', short: 'h' }, library: { type: 'string' } } as const satisfies Options;

/** A command from its options; `run` gets them parsed. Errors: `cli/usage`. */
export function command<const O extends Options>(spec: {
  help: string;
  options: O;
  run(parsed: Parsed<O>, io: Io): Promise<ExitCode>;
}): Command {
  return {
    help: spec.help,
    run(argv, io) {
      const config = { args: [...argv], options: { ...common, ...spec.options }, allowPositionals: true, strict: true } as const;
      let parsed: Parsed<O>;
      try {
        parsed = parseArgs(config) as Parsed<O>;
      } catch (cause) {
        throw usage(
          cause instanceof Error ? (cause.message.split(/(?<=\.) /u)[0] ?? cause.message) : 'The options were not understood.',
          cause,
        );
      }
      if ((parsed.values as { help?: boolean }).help) {
        io.stdout.write(spec.help);
        return Promise.resolve(0);
      }
      return spec.run(parsed, io);
    },
  };
}

/** The command was asked for in a way that it does not understand. */
export const usage = (message: string, cause?: unknown) => new StetError('cli/usage', message, {}, { cause });

const wrongUse: ReadonlySet<string> = new Set(['cli/usage', 'library/no-path', 'export/unknown-format', 'import/unknown-format']);

/** The exit code that an error of this code ends in. */
export const exitCodeOf = (code: string): ExitCode => (wrongUse.has(code) ? 2 : 3);
