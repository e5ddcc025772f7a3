/** `npm run erase`: erases the name of a member who left and what was written about their own matters. */
import { systemClock } from '../clock.ts';
import { eraseMember, type NotErasable } from '../features/retention/workflow.ts';
import { features } from '../features.ts';
import { named } from '../locales/naming.ts';
import { erasingBy } from '../office/collected.ts';
import type { Erasing } from '../office/kept.ts';
import { fail, say, withDatabase } from './terminal.ts';

const usage = `npm run erase -- <member id>         says what would be erased
npm run erase -- <member id> --yes   erases it
`;

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(usage, 2);

await withDatabase(async (database, { commandNames }) => {
  const { memberId, really } = wish;
  const erasing = erasingBy(features);
  const erasure = await eraseMember({ database, wallClock: systemClock }, erasing, memberId, really);
  if (!('erased' in erasure)) fail(`${named(refusalOf(memberId, erasure), commandNames.here)}\n`, 1);
  const { erased } = erasure;
  const names = Object.entries(Object.assign({}, ...erasing.map(({ counted }) => counted)) as Erasing['counted']);
  const counts = names.map(([name, [one, several]]) => counted(erased[name] ?? 0, one, several));
  const what = ['name and handle', ...counts].join('\n  - ');
  if (erasure.stands === 'erased') {
    say(`Erased of ${memberId}:\n  - ${what}`);
    say('Kept: who, what and when, how it was decided, and the amounts. The erasure is on the record.');
  } else {
    say(`Would be erased of ${memberId}:\n  - ${what}`);
    say('Nothing is erased yet, and nothing brings it back. Export it first if they want it, then repeat with --yes.');
  }
});

function wishOf([memberId, option, ...rest]: string[]): { memberId: string; really: boolean } | null {
  if (memberId === undefined || !/^[\w-]+$/.test(memberId) || memberId.startsWith('-') || rest.length > 0) return null;
  return option === undefined || option === '--yes' ? { memberId, really: option === '--yes' } : null;
}

function refusalOf(memberId: string, erasure: NotErasable): string {
  switch (erasure.stands) {
    case 'unknown':
      return `Nobody with the id ${memberId} was ever seen.`;
    case 'active':
      return `${memberId} is still in the team: deactivate the account in Slack first.`;
    case 'posts':
      return `${memberId} still holds a post (${erasure.posts.join(', ')}): take it back with /post first.`;
    case 'matters':
      return `Something of ${memberId} still waits for a decision (${erasure.approvals.length}): have it decided or withdrawn first.`;
  }
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
