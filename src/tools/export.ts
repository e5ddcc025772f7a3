/** `npm run export`: everything stored about a member, as JSON. */
import { writeFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { exportMember } from '../features/retention/workflow.ts';
import { features } from '../features.ts';
import { keptBy } from '../office/collected.ts';
import { fail, say, withDatabase } from './terminal.ts';

const usage = `npm run --silent export -- <member id>   everything stored about a member, as JSON
npm run export -- <member id> --to <file>  writes it to a new file that only you can read
`;

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(usage, 2);

await withDatabase(async database => {
  const { memberId, file } = wish;
  const data = await exportMember({ database, wallClock: systemClock }, keptBy(features), memberId);
  if (data === null) fail(`Nobody with the id ${memberId} was ever seen.\n`, 1);
  const text = JSON.stringify(data, null, 2);
  if (file === null) return say(text);
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (fault) {
    fail(`${file} could not be written: ${(fault as Error).message}\n`, 1);
  }
  say(`Everything about ${memberId} stands in ${file}. Hand it over and delete it.`);
});

function wishOf([memberId, option, file, ...rest]: string[]): { memberId: string; file: string | null } | null {
  if (memberId === undefined || !/^[\w-]+$/.test(memberId) || memberId.startsWith('-') || rest.length > 0) return null;
  if (option === undefined) return { memberId, file: null };
  return option === '--to' && file !== undefined ? { memberId, file } : null;
}
