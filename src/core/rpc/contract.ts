import * as v from 'valibot';
import { sessionData, settings, type SessionData, type Settings } from '../article/library';
import type { FolderHandle, FolderListing } from '../ports/folders';
import type { Recovery } from '../recovery';
import { answers, type Method } from './method';
import { nothing, handle } from './inputs';
import { batchMethods } from './batchMethods';
import { articleMethods } from './articleMethods';
import { seriesMethods } from './seriesMethods';
import { historyMethods } from './historyMethods';
import { checkMethods } from './checkMethods';
import { importMethods } from './importMethods';
import { exportMethods } from './exportMethods';
import { siteMethods } from './siteMethods';
import { backupMethods } from './backupMethods';
import { wordMethods } from './wordMethods';

export interface AppInfo {
  host: 'electron' | 'loopback' | 'cli';
  version: string;
  platform: 'darwin' | 'win32' | 'linux';
  /** True where `places.choose` opens the platform's chooser; otherwise the window draws one with `places.list`. */
  nativeDialogs: boolean;
  /** The library's folder name as the writer knows it, and why it cannot be written, if so. */
  library: { label: string; readOnly: string | null };
}

/** Every call between a window (or command line) and the services, once. `noun.verb`; each area has a module. */
export const contract = {
  ...articleMethods,
  ...seriesMethods,
  ...historyMethods,
  ...checkMethods,
  ...importMethods,
  ...exportMethods,
  ...siteMethods,
  ...backupMethods,
  ...wordMethods,
  ...batchMethods,

  'app.info': answers<AppInfo>()(nothing),

  'places.choose': answers<FolderHandle | null>()(nothing),

  'places.list': answers<FolderListing>()(v.strictObject({ handle: v.nullable(handle) })),

  'places.make': answers<FolderHandle>()(
    v.strictObject({ parent: handle, name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  ),

  /** What was found after an unclean end, until it is dismissed; null where there is nothing to say. */
  'recovery.get': answers<Recovery | null>()(nothing),

  'recovery.dismiss': answers<null>()(nothing),

  'settings.get': answers<Settings>()(nothing),

  'settings.put': answers<Settings>()(v.partial(settings)),

  'session.get': answers<SessionData>()(nothing),

  'session.put': answers<null>()(sessionData),

  /** Opens an address in the system's browser; the window has shown it. */
  'links.open': answers<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(4000)) })),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<N extends MethodName> = Contract[N] extends Method<infer I, unknown> ? I : never;
export type OutputOf<N extends MethodName> =
  Contract[N] extends Method<never, infer O> ? O : Contract[N] extends Method<infer _I, infer O> ? O : never;

/** One function a method: forgetting one does not compile. */
export type Handlers = { [N in MethodName]: (input: InputOf<N>) => Promise<OutputOf<N>> };
