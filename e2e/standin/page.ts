/** What the page's side of the stand-in needs from the test: set by `exposeBinding` before any script runs. */
interface StandinWindow {
  __standinInvoke(channel: string, args: unknown[]): Promise<{ value: unknown } | { message: string }>;
  __standinSend(channel: string, args: unknown[]): Promise<void>;
  __standinDeliver(channel: string, args: unknown[]): void;
}

/**
 * Runs in the page before its own scripts, in place of Electron's preload environment: gives the built preload
 * a `require('electron')` and runs it. Values cross as structured clones, so what cannot be cloned fails here too.
 */
export function installPreload(preload: (require: (name: string) => unknown, module: object, exports: object) => void): void {
  const host = window as unknown as StandinWindow;
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const answer = await host.__standinInvoke(channel, structuredClone(args));
      if ('message' in answer) throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
      return structuredClone(answer.value);
    },
    send: (channel: string, ...args: unknown[]) => void host.__standinSend(channel, structuredClone(args)),
    on(channel: string, listener: (...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: (...args: unknown[]) => void) => void listeners.get(channel)?.delete(listener),
  };
  host.__standinDeliver = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, value: object) =>
      Object.defineProperty(window, name, { value: Object.freeze({ ...value }) }),
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`); // a sandboxed preload has nothing else of ours
    return { ipcRenderer, contextBridge };
  };
  preload(require, { exports: {} }, {});
}
