import { request } from 'node:http';
import { accepted } from './asking';
import type { Visitor } from './standIn';

/** The events that a window hears. */
export interface Stream {
  lines: string[];
  close(): void;
  ended: Promise<void>;
}
/** Opens the stream of events as a window does. */
export const listen = (visitor: Visitor) =>
  new Promise<Stream>((resolve, reject) => {
    const { hostname, port } = new URL(`http://${visitor.host}`);
    const sent = request(
      { hostname, port, method: 'POST', path: '/events', headers: accepted(visitor), agent: false, setHost: false },
      (response) => {
        const lines: string[] = [];
        const ended = new Promise<void>((end) => response.once('close', end));
        response.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').slice(0, -1)));
        response.on('error', () => undefined); // a stream that the test or the host cuts off
        resolve({ lines, ended, close: () => sent.destroy() });
      },
    );
    sent.on('error', reject);
    sent.end('{}');
  });
/** What was told in it so far, without the signs that it lives. */
export const events = ({ lines }: Stream) => lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
