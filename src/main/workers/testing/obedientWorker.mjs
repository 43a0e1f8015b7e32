// A worker that does what the text tells it, so that tests can see threads loop, crash and run out of memory.
import { parentPort, threadId } from 'node:worker_threads';

const deeds = {
  loop() {
    for (;;);
  },
  crash() {
    throw new TypeError('a private word of the text');
  },
  exit() {
    process.exit(3);
  },
  hoard() {
    const kept = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  },
  refuse() {
    parentPort.postMessage({ error: { code: 'import/too-deep', message: 'Too deep.', details: { depth: 400 } } });
  },
};

parentPort.on('message', ({ text }) => {
  const deed = deeds[text];
  if (deed) deed();
  else {
    const lines = [{ line: threadId, becomes: `${text} in ${Object.keys(process.env).length} variables` }];
    parentPort.postMessage({
      done: { doc: null, neighbours: { seriesName: null, previous: null, next: null }, leftOut: [], lines },
    });
  }
});
parentPort.postMessage({ ready: true });
