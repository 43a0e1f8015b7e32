import type { TakenFile } from '../../../core/importing/batch';
import type { Handlers } from '../../../core/rpc/contract';

/** Imports one text as every host does; `name` is null for one that came from no file. */
export async function importText(
  call: Handlers,
  { name, text = '', packed, format = null }: { name: string | null; text?: string; packed?: string; format?: string | null },
): Promise<TakenFile> {
  const { batch } = await call['import.begin']({ dryRun: false });
  await call['import.add']({ batch, path: name ?? '-', text, packed, format });
  const { taken, left } = await call['import.commit']({ batch, pictures: [] });
  const [made] = taken;
  if (!made) throw new Error(`Left: ${left[0]?.why ?? 'nobody says why'}`);
  return made;
}
