/** `npm run export`: everything stored about a member, as JSON. */
import { writeFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { exportMember } from '../features/retention/workflow.ts';
import { features } from '../features.ts';
import { keptBy } from '../office/collected.ts';
import { fail, say, toolWords, withDatabase } from './terminal.ts';

const { export: words, nobody } = toolWords();

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);

await withDatabase(async database => {
  const { memberId, file } = wish;
  const data = await exportMember({ database, wallClock: systemClock }, keptBy(features), memberId);
  if (data === null) fail(`${nobody(memberId)}\n`, 1);
  const text = JSON.stringify(data, null, 2);
  if (file === null) return say(text);
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  } catch (fault) {
    fail(`${words.unwritten(file, (fault as Error).message)}\n`, 1);
  }
  say(words.done(memberId, file));
});

function wishOf([memberId, option, file, ...rest]: string[]): { memberId: string; file: string | null } | null {
  if (memberId === undefined || !/^[\w-]+$/.test(memberId) || memberId.startsWith('-') || rest.length > 0) return null;
  if (option === undefined) return { memberId, file: null };
  return option === '--to' && file !== undefined ? { memberId, file } : null;
}
