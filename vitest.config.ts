import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A whole report through every stage on a slow machine; a single function needs milliseconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
