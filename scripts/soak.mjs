import { runTs } from './runTs.mjs';

// The real host is killed a thousand times in the middle of its work; what it had acknowledged must be there afterwards.
await runTs('bench/soak/soak.ts');
