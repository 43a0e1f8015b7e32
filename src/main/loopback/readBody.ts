import type { IncomingMessage } from 'node:http';
import { tooLarge, unreadable } from './refusal';

/** The body as UTF-8 text, at most `limit` bytes; throws a Refusal when it is longer or cut off. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw unreadable(); // not UTF-8: the one thing that the decoder throws for
  }
}
