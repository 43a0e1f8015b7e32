import { request, type Agent } from 'node:http';

export interface RawRequest {
  method: string;
  path: string;
  /** Sent exactly as they are; a list is sent as several headers of that name. */
  headers: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Keeps connections open for many requests; without it each has its own. */
  agent?: Agent;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request that no browser would make: any Host, any path, sent as given and not normalised. */
export function raw(address: string, { method, path, headers, body, agent }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  // As a flat list, so that a header can stand twice; Node then adds none of its own.
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));
  if (body !== undefined && headers['Transfer-Encoding'] === undefined)
    lines.push('Content-Length', String(Buffer.byteLength(body)));
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: lines, agent: agent ?? false, setHost: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    sent.end(body);
  });
}
