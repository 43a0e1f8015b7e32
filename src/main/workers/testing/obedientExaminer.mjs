// A worker that does what the first paragraph of the article tells it, so that tests can see a thread go on, loop and crash.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ doc }) => {
  const [{ text }] = doc.content[3].content;
  if (text === 'loop') for (;;);
  if (text === 'crash') throw new TypeError('a private word of the text');
  const steps = Number(/^(\d+) steps$/u.exec(text)?.[1] ?? 0);
  for (let step = 0; step < steps; step++) {
    for (const end = performance.now() + 400; performance.now() < end;);
    parentPort.postMessage({ goingOn: true });
  }
  parentPort.postMessage({ done: [] });
});
parentPort.postMessage({ ready: true });
