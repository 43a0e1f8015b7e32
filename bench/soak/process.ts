import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A program of ours in a process of its own, talking in lines. */
export class Program {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly exited: Promise<unknown>;
  private readonly lines: AsyncIterator<string>;
  private errors = '';

  constructor(entry: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.exited = once(this.child, 'exit');
    this.child.stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.child.stdin.on('error', () => undefined); // a killed process reads no more
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** The next line that the program prints; null when it ended first. */
  async line(): Promise<string | null> {
    const next = await this.lines.next();
    return next.done === true ? null : next.value;
  }

  /** Gives an order and resolves with the answer. Rejects when the program ends instead. */
  async ask<T>(order: object): Promise<T> {
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
    const line = await this.line();
    if (line === null) throw new Error(`the program ended: ${this.errors}`);
    return JSON.parse(line) as T;
  }

  /** What it said on standard error. */
  said(): string {
    return this.errors;
  }

  suspend(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Kills it as a power switch would, and resolves when the system has taken it away. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}
