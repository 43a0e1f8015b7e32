import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: 'svelte.config.js' })],
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
