import { resolve } from 'node:path';
import { StetError } from '../../../core/errors';
import { annotatedAs } from '../../../core/rpc/exportMethods';
import { usage, type ExitCode, type Io } from '../command';
import { folderFor, madeFolder, reading } from '../library';

interface Asked {
  annotated?: string | undefined;
  out?: string | undefined;
  to?: string | undefined;
  all?: boolean | undefined;
  'name-sources'?: boolean | undefined;
  replace?: boolean | undefined;
  json?: boolean | undefined;
  library?: string | undefined;
}

/** `stet export ID --annotated FORMAT`: only with that flag, only one article. Errors: `cli/usage`, `export/exists`, those of the call. */
export async function exportAnnotated(values: Asked, ids: readonly string[], io: Io): Promise<ExitCode> {
  const as = annotatedAs.find((one) => one === values.annotated);
  if (!as) throw usage(`An annotated copy is written as ${annotatedAs.join(' or ')}: --annotated ${annotatedAs[0]}.`);
  if (values.out === undefined) throw usage('Say which folder to write into: --out DIR.');
  if (values.to !== undefined) throw usage('--annotated stands for itself: leave --to away.');
  const [id, ...more] = ids;
  if (id === undefined || more.length > 0 || values.all)
    throw usage('An annotated copy is made of one article at a time: name it by its id.');
  const asked = values.out;
  return reading(folderFor(values, io), io, async (client, places): Promise<ExitCode> => {
    const folder = await madeFolder(resolve(io.cwd, asked), asked, places);
    const guarded = values['name-sources'] !== true;
    const answer = await client['export.annotated']({ id, as, folder, guarded, replace: values.replace === true });
    if ('exists' in answer)
      throw new StetError('export/exists', `There already: ${answer.exists}. Nothing was written; add --replace to replace it.`);
    const { name, printed } = answer;
    if (printed.length > 0)
      io.stderr.write(`stet: the article itself names ${printed.join(', ')}; what it prints stands in the copy.\n`);
    io.stdout.write(values.json ? `${JSON.stringify([{ article: id, name, printed }], null, 2)}\n` : `${name}\n`);
    return 0;
  });
}
