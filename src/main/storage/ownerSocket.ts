import { createConnection, createServer, type Server, type Socket } from 'node:net';
import * as v from 'valibot';
import { StetError, toWire } from '../../core/errors';
import type { Answer } from '../../core/rpc/transport';
import { errnoOf } from './fileSystem';

/** What another process may ask of the owner of a library. One line of JSON each way, then the connection ends. */
const request = v.union([
  v.strictObject({ ping: v.literal(true) }),
  v.strictObject({ focus: v.literal(true) }),
  v.strictObject({ name: v.string(), input: v.unknown() }),
]);
export type OwnerRequest = v.InferOutput<typeof request>;

/** Bytes of a request or an answer; larger ones end the connection. */
export const LONGEST_LINE = 32 * 1024 * 1024;
const SILENCE_MS = 10_000;
const LINE_FEED = 10;

export interface Listener {
  /** Listens at the same address once more, after somebody has taken the socket's name away. Calls under way go on. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** Serves requests at `address`; resolves when it accepts connections. */
export async function listen(address: string, answer: (request: OwnerRequest) => Promise<Answer>): Promise<Listener> {
  const open = new Set<Socket>();
  const accept = (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    serve(socket, answer);
  };
  let server = await startServer(address, accept);
  return {
    async renew() {
      // Closing removes the name, so the old server goes first.
      server.close();
      server = await startServer(address, accept);
    },
    close: () =>
      new Promise((resolve) => {
        // It is not running when it could not be renewed: then there is nothing to end.
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function startServer(address: string, accept: (socket: Socket) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, accept);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      // After this a failing accept only affects the one who called.
      server.on('error', () => undefined);
      server.unref();
      resolve(server);
    });
  });
}

function serve(socket: Socket, answer: (request: OwnerRequest) => Promise<Answer>): void {
  socket.setTimeout(SILENCE_MS, () => socket.destroy());
  readLine(socket)
    .then(async (line) => {
      socket.setTimeout(0);
      const asked = v.safeParse(request, JSON.parse(line));
      if (!asked.success)
        throw new StetError('rpc/invalid-input', 'Stet did not understand what was asked of it, and did nothing.');
      return answer(asked.output);
    })
    .catch((error: unknown): Answer => ({ ok: false, error: toWire(error) }))
    .then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
    .catch(() => socket.destroy()); // nobody is left to tell
}

/** Resolves with the connection, or null when nobody can be there any more. Any other trouble means that somebody may be. */
export function connectTo(address: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path: address, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      if (errnoOf(error) === 'ECONNREFUSED' || errnoOf(error) === 'ENOENT') resolve(null);
      else reject(error);
    });
  });
}

/** Sends a request over a connection and ends it. Rejects with `library/not-answering` when no answer comes within `patience` ms. */
export async function askOver(socket: Socket, asked: OwnerRequest, patience: number): Promise<Answer> {
  const timer = setTimeout(() => socket.destroy(), patience);
  try {
    socket.on('error', () => undefined); // `readLine` hears of it as the end
    socket.end(`${JSON.stringify(asked)}\n`);
    return JSON.parse(await readLine(socket)) as Answer;
  } catch (cause) {
    throw notAnswering(cause);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** The error when an owner is there and says nothing. */
export const notAnswering = (cause?: unknown): StetError =>
  new StetError(
    'library/not-answering',
    'Another Stet has this library open but does not answer. Go to its window, or close it and try again.',
    {},
    { cause },
  );

function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      const end = chunk.indexOf(LINE_FEED);
      chunks.push(end < 0 ? chunk : chunk.subarray(0, end));
      length += chunk.length;
      if (end < 0 && length <= LONGEST_LINE) return;
      // What follows is let go by unread.
      socket.off('data', take).resume();
      if (end >= 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new StetError('rpc/too-large', 'This is too large to hand over to the Stet that is running.'));
    };
    socket.on('data', take);
    for (const event of ['end', 'close', 'error']) socket.once(event, () => reject(new Error('the connection ended')));
  });
}
