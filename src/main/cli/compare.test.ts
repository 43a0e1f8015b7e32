import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine } from './testing/commandLine';

let cli: CommandLine;
beforeEach(async () => {
  cli = await CommandLine.begin();
});
afterEach(() => cli.end());

test('compare says what a desk changed in a copy that came back, quotations first, and changes nothing', async () => {
  await cli.put('ice.md', '# Ice road\n\nThe road opened late.\n\n> You measure it.\n>\n> — Ana Reis, engineer\n');
  const id = (await cli.stet('import ice.md')).out.split('\t')[0] ?? '';
  await cli.stet(`export ${id} --to markdown --out . --replace`);
  const sent = await cli.text('ice.md');
  await cli.put('back.md', sent.replace('late', 'early').replace('measure', 'count'));
  const { exit, out, err } = await cli.stet(`compare ${id} back.md`);
  expect([exit, out]).toEqual([
    0,
    'Quotation, changed (quotation: Ana Reis): You [-measure-]{+count+} it.\nParagraph, changed: The road opened [-late-]{+early+}.\n',
  ]);
  expect(err).toMatch(/2 changes against what was filed on .+ as markdown, 1 of them to quotations\./u);
  const json = JSON.parse((await cli.stet(`compare ${id} back.md --json`)).out) as { changes: unknown[] };
  expect(json.changes).toMatchObject([
    {
      kind: 'words',
      standing: 'open',
      quotation: { speakers: ['Ana Reis'], checked: false },
      alone: true,
      before: 'measure',
      after: 'count',
    },
    { kind: 'words', standing: 'open', quotation: null, alone: false, before: 'late', after: 'early' },
  ]);
  await cli.put('same.md', sent);
  expect(await cli.stet(`compare ${id} same.md`)).toMatchObject({ exit: 0, out: '' });
  expect((await cli.listed()).map(({ revision }) => revision)).toEqual([1]);
  expect((await cli.stet(`compare ${id}`)).exit).toBe(2);
});
