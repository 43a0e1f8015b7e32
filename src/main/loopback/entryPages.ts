import { createHash } from 'node:crypto';
import { TOKEN_KEY } from '../../core/rpc/loopback';
import { ENTRY_PATH } from './gate';

const escaped = (text: string) => text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
const SUBMIT = 'document.forms[0].submit()';
const SUBMIT_HASH = createHash('sha256').update(SUBMIT).digest('base64');

/** The page in the launch file: it posts the token to the host at once, or by the button where scripts are off. */
export function launchPage(address: string, token: string): string {
  const policy = `default-src 'none'; script-src 'sha256-${SUBMIT_HASH}'; form-action ${address}; base-uri 'none'`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="referrer" content="no-referrer">
<title>Stet</title>
<form method="post" action="${escaped(address + ENTRY_PATH)}">
<input type="hidden" name="token" value="${escaped(token)}">
<noscript><button>Open Stet</button></noscript>
</form>
<script>${SUBMIT}</script>
</html>
`;
}

/** The page that answers the token: it leaves the tab its own and makes way for the app, so that nothing of it stays in the tab's history. */
export function entryPage(nonce: string, headerToken: string): string {
  // Both are base64url or ours: nothing in them needs escaping in a script.
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Stet</title>
<script nonce="${nonce}">sessionStorage.setItem('${TOKEN_KEY}', '${headerToken}'); location.replace('/');</script>
</html>
`;
}
