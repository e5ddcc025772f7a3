/** `npm run erase`: erases the name of a member who left and what was written about their own matters. */
import { systemClock } from '../clock.ts';
import { eraseMember, type NotErasable } from '../features/retention/workflow.ts';
import { features } from '../features.ts';
import { named } from '../locales/naming.ts';
import { erasingBy, speechOf } from '../office/collected.ts';
import { fail, say, toolWords, withDatabase } from './terminal.ts';

const { erase: words, nobody } = toolWords();

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);

await withDatabase(async (database, { commandNames, settings }) => {
  const { memberId, really } = wish;
  const erasing = erasingBy(features);
  const erasure = await eraseMember({ database, wallClock: systemClock }, erasing, memberId, really);
  if (!('erased' in erasure)) fail(`${named(refusalOf(memberId, erasure), commandNames.here)}\n`, 1);
  const { erased } = erasure;
  const { erased: counts } = speechOf(features).languages[settings.locale];
  const names = new Set(erasing.flatMap(({ counted }) => counted));
  const what = [words.name, ...[...names].map(name => counts[name]?.(erased[name] ?? 0) ?? name)].join('\n  - ');
  const done = erasure.stands === 'erased';
  say(`${done ? words.done(memberId) : words.would(memberId)}\n  - ${what}`);
  say(done ? words.kept : words.notYet);
});

function wishOf([memberId, option, ...rest]: string[]): { memberId: string; really: boolean } | null {
  if (memberId === undefined || !/^[\w-]+$/.test(memberId) || memberId.startsWith('-') || rest.length > 0) return null;
  return option === undefined || option === '--yes' ? { memberId, really: option === '--yes' } : null;
}

function refusalOf(memberId: string, erasure: NotErasable): string {
  switch (erasure.stands) {
    case 'unknown':
      return nobody(memberId);
    case 'active':
      return words.active(memberId);
    case 'posts':
      return words.posts(memberId, erasure.posts.join(', '));
    case 'matters':
      return words.matters(memberId, erasure.approvals.length);
  }
}
