import type { Finding } from '../checks/finding';
import type { Client } from './createClient';

/** All that a sub-editor would point out in an article. Errors: those of `checks.examine` and `checks.rest`. */
export async function examineWhole(client: Client, id: string): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for (let some = await client['checks.examine']({ id }); ; some = { ...some, ...(await client['checks.rest'](some.rest)) }) {
    all.push(...some.findings);
    if (some.rest === null) return all;
  }
}
