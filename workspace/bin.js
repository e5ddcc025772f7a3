#!/usr/bin/env node
/** `npx tiaoli-workspace`: the local workspace as a command, also out of node_modules, where Node itself reads no TypeScript. */
import { register } from 'tsx/esm/api';

// The tsconfig.json of whoever calls it is about their own files.
register({ tsconfig: false });
await import('./cli.ts');
