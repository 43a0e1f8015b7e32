import { register } from 'node:module';

// Sends `import 'electron'` of the built main to the stand-in; everything else is loaded as usual.
const target = process.env.STET_STANDIN_MODULE;
const hooks = `
  export const resolve = (specifier, context, next) =>
    specifier === 'electron' ? { url: ${JSON.stringify(target)}, format: 'module', shortCircuit: true } : next(specifier, context);
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
