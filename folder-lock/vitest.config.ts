/** The lock's own tests; that processes keep each other out is tested where processes are started. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'folder-lock', root: import.meta.dirname, include: ['test/**/*.test.ts'] },
});
