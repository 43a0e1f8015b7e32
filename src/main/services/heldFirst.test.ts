import { expect, test } from 'vitest';
import { ARTICLE_SCHEMA, type Article } from '../../core/article/article';
import { summarise } from '../../core/article/summary';
import { article, p } from '../../core/document/testing/builders';
import { heldFirst } from './heldFirst';

const version = (revision: number): Article => ({
  id: 'harbour',
  revision,
  schema: ARTICLE_SCHEMA,
  createdAt: 1,
  editedAt: revision,
  trashedAt: null,
  doc: article({ headline: 'Harbour' }, p(`Take ${revision}.`)),
});

test('what is held is read only where the disk has another version, or none that anybody may see', async () => {
  const [first, second] = [version(1), version(2)];
  let onDisk: typeof first | null = first;
  let reads = 0;
  const articles = heldFirst(
    {
      list: () => Promise.resolve([]),
      summaries: () => Promise.resolve(new Map(onDisk ? [[onDisk.id, summarise(onDisk)]] : [])),
      read: () => {
        reads++;
        return onDisk ? Promise.resolve(onDisk) : Promise.reject(new Error('hidden'));
      },
    },
    { durable: (id) => (id === first.id ? first : null) },
  );
  expect(await articles.read(first.id)).toBe(first);
  expect(reads).toBe(0);
  onDisk = second;
  expect(await articles.read(first.id)).toBe(second);
  onDisk = null;
  await expect(articles.read(first.id)).rejects.toThrow('hidden');
  onDisk = first;
  await articles.read('another');
  expect(reads).toBe(3);
});
