/** The rules of Block Kit are pure: nothing is started for their tests. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'block-kit', root: import.meta.dirname, include: ['test/**/*.test.ts'] },
});
