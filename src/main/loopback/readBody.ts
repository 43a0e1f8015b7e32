import type { IncomingMessage } from 'node:http';
import { tooLarge, unreadable } from './refusal';

/** The body as it came, at most `limit` bytes; throws a Refusal when it is longer or cut off. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    // A body that ends early is not a request; whoever sent it is gone.
    throw length > limit ? error : unreadable();
  }
  return Buffer.concat(chunks);
}

/** The body as UTF-8 text; otherwise as `readBytes`. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(); // not UTF-8: the one thing that the decoder throws for
  }
}
