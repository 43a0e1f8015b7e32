import { setFlagsFromString } from 'node:v8';

// By itself V8 compiles the engine a second time while it answers its first questions, on threads that the answers then lack: three
// quarters of the processor time of a cold start, for about a tenth of that of a question later. To be imported before the engine.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');
