import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TOKEN_HEADER } from '../../core/rpc/loopback';
import { accepted } from './testing/asking';
import { events, listen } from './testing/listening';
import { raw } from './testing/raw';
import { standIn, visit, type StandIn } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

describe('events', () => {
  test('are numbered from 1 in each window, in order', async () => {
    const visitor = await visit(stet.loopback);
    const first = await listen(visitor);
    stet.emit({ type: 'series' });
    const second = await listen(visitor);
    stet.emit({ type: 'articles', ids: ['a'], revision: 3 });
    await vi.waitFor(() => expect(events(second)).toHaveLength(1));
    await vi.waitFor(() => expect(events(first)).toHaveLength(2));
    expect(events(first)).toEqual([
      { type: 'series', sequence: 1 },
      { type: 'articles', ids: ['a'], revision: 3, sequence: 2 },
    ]);
    expect(events(second)).toEqual([{ type: 'articles', ids: ['a'], revision: 3, sequence: 1 }]);
  });

  test('need both tokens', async () => {
    const visitor = await visit(stet.loopback);
    for (const header of ['Cookie', TOKEN_HEADER, 'Origin'] as const) {
      const answer = await raw(stet.loopback.address, {
        method: 'POST',
        path: '/events',
        headers: { ...accepted(visitor), [header]: 'x' },
        body: '{}',
      });
      expect(answer.status).toBe(403);
    }
  });

  test('an idle stream shows that it lives', async () => {
    const idle = await standIn({ heartbeatMs: 20 });
    const stream = await listen(await visit(idle.loopback));
    await vi.waitFor(() => expect(stream.lines.length).toBeGreaterThan(3));
    expect(stream.lines.join('')).toBe('');
    await idle.stop();
  });

  test('the last window’s end is told after the grace; a reload in between is not one', async () => {
    const onNoWindow = vi.fn();
    const quick = await standIn({ graceMs: 150, onNoWindow });
    const visitor = await visit(quick.loopback);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(onNoWindow).not.toHaveBeenCalled();
    (await listen(visitor)).close();
    await vi.waitFor(() => expect(quick.loopback.windows()).toBe(0));
    const again = await listen(visitor);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(onNoWindow).not.toHaveBeenCalled();
    again.close();
    await vi.waitFor(() => expect(onNoWindow).toHaveBeenCalledOnce());
    await quick.stop();
  });
});
