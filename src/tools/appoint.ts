/** `npm run appoint`: gives the president's or the manager's post to somebody else, once whoever held it has left. */
import { succeed } from '../features/post/succession.ts';
import { plain } from '../features/post/views.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { nameFor, readerOf, sentenceFor } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import { fail, officeFor, say, toolWords, withDatabase } from './terminal.ts';

const { appoint: words } = toolWords();

const POSTS = ['president', 'manager'] as const;

const wish = wishOf(process.argv.slice(2));
if (wish === null) fail(words.usage, 2);

await withDatabase(async (database, config) => {
  const office = officeFor(database, config);
  const { locale, zone } = config.settings;
  const reader = readerOf(office.speech, locale, zone);
  const { common, post: said } = reader.t;
  const name = said.posts[wish.post];
  const people = (members: readonly Member[]) =>
    common.joinNames(members.map(member => `${nameFor(member.name, reader)} ${member.id}`));
  const done = await succeed(office, wish.post, wish.memberId, wish.really);
  if (isRefusal(done)) fail(`${plain(sentenceFor(done, reader))}\n`, 1);
  if (!done.given) fail(`${words.held(name, people(done.before))}\n`, 1);
  say(words.done(people([done.to]), name));
  if (done.before.length > 0) say(words.before(people(done.before)));
  say(words.told);
});

interface Wish {
  post: (typeof POSTS)[number];
  memberId: string;
  really: boolean;
}

function wishOf([which, whom = '', option, ...rest]: string[]): Wish | null {
  const post = POSTS.find(one => one === which);
  const memberId = whom.replace(/^@/, '');
  if (post === undefined || !/^\w[\w-]*$/.test(memberId) || rest.length > 0) return null;
  return option === undefined || option === '--yes' ? { post, memberId, really: option === '--yes' } : null;
}
