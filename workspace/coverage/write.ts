/** Writes how far the workspace is Slack into COVERAGE.md. `npm run coverage`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVERAGE } from './list.ts';
import { accountOf } from './tables.ts';

writeFileSync(join(import.meta.dirname, '../COVERAGE.md'), accountOf(COVERAGE));
