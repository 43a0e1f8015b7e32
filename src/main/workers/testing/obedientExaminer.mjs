// A worker that does what the first paragraph of the article tells it, so that tests can see a thread loop and crash.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ doc }) => {
  const [{ text }] = doc.content[3].content;
  if (text === 'loop') for (;;);
  if (text === 'crash') throw new TypeError('a private word of the text');
  parentPort.postMessage({ done: [] });
});
parentPort.postMessage({ ready: true });
