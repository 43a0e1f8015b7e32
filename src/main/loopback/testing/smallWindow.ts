import { TOKEN_HEADER, TOKEN_KEY } from '../../../core/rpc/loopback';

export const APP_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stet</title><link rel="stylesheet" href="./assets/app.css"><p id="out">…</p><script type="module" crossorigin src="./assets/app.js"></script></html>`;

/** A window in little: says what a call answers, then writes down the events. */
export const APP_SCRIPT = `
const token = sessionStorage.getItem('${TOKEN_KEY}');
const headers = { 'Content-Type': 'application/json', '${TOKEN_HEADER}': token };
const out = document.getElementById('out');
const answer = await (await fetch('/rpc', { method: 'POST', headers, body: JSON.stringify({ name: 'app.info', input: null }) })).json();
out.textContent = JSON.stringify(answer);
const stream = await fetch('/events', { method: 'POST', headers, body: '{}' });
const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
document.body.dataset.listening = 'yes';
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  document.body.dataset.events = (document.body.dataset.events ?? '') + value;
}
`;
