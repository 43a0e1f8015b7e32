import { describe, expect, test } from 'vitest';
import { StetError } from '../../core/errors';
import { nothing, take, text } from './testing/batches';
import { memoryServices } from './testing/memoryPorts';

describe('all or nothing', () => {
  const three = ['a', 'b', 'c'].map((name) => text(`${name}.md`, `# ${name}\n\nWords.\n`));

  test.each(['reading', 'storing'])('stopped while %s, nothing is there', async (stopAt) => {
    const host = memoryServices();
    expect(await take(host, three, { stopAt })).toBeNull();
    await nothing(host);
  });

  test.each([0, 1, 2])('a disk that is full after %i articles leaves nothing of them', async (after) => {
    const host = memoryServices();
    const { write } = host.articles;
    let left = after;
    host.articles.write = (written) =>
      left-- > 0 ? write(written) : Promise.reject(new StetError('storage/full', 'The disk is full.'));
    await expect(take(host, three)).rejects.toMatchObject({ code: 'storage/full' });
    await nothing(host);
    expect([...host.history.kept.keys()]).toEqual([]);
  });

  test('cancelled in the middle of the writing, nothing is there', async () => {
    const host = memoryServices();
    const { batch } = await host.call['import.begin']({ dryRun: false });
    for (const name of ['a', 'b'])
      await host.call['import.add']({ batch, path: `${name}.md`, text: `# ${name}\n\nWords.\n`, format: null });
    const { write } = host.articles;
    host.articles.write = async (written) => {
      await write(written);
      await host.call['import.cancel']({ batch });
    };
    await expect(host.call['import.commit']({ batch, pictures: [] })).rejects.toMatchObject({ code: 'import/stopped' });
    await nothing(host);
  });

  test('what a crash left is out of sight, and settled at the next start', async () => {
    const host = memoryServices();
    const { batch } = await host.call['import.begin']({ dryRun: false });
    await host.call['import.add']({ batch, path: 'a.md', text: '# A\n\nWords.\n', format: null });
    // The process ends where nothing can be cleared any more.
    host.articles.discard = () => Promise.reject(new StetError('storage/failed', 'No disk.'));
    const { write } = host.articles;
    host.articles.write = async (written) => {
      await write(written);
      throw new StetError('storage/failed', 'No disk.');
    };
    await expect(host.call['import.commit']({ batch, pictures: [] })).rejects.toMatchObject({ code: 'storage/failed' });
    expect(host.articles.files.size).toBe(1);
    expect((await host.call['articles.list']({})).articles).toEqual([]);
    host.articles.discard = (id) => host.articles.remove(id);
    expect(await host.settleArrivals(true)).toHaveLength(1);
    expect((await host.call['articles.list']({})).articles).toHaveLength(1);
  });
});
