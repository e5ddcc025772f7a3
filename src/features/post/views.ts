/** Posts as people read them: the department by post, one person, what changed. */
import type { KnownBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { withExamples } from '../../locales/examples.ts';
import { person, type Reader, sentenceFor } from '../../locales/reader.ts';
import { POSTS, type Post } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { usagesFor } from '../../slack/usage.ts';
import type { PersonPosts, PostList, PostMessages, PostTaken, UnfitFirst } from './messages.ts';

/** Names of a line; texts are cut between lines only, so a mention is never cut in two. */
const NAMES_A_LINE = 30;

/** What posts are for, who gives them, and the forms of the command this person may use. */
export function postExplained(me: Member, reader: Reader): Said {
  const { post: words, commands } = reader.t;
  const posts = words.allPosts(reader.t.common.joinNames(POSTS.map(post => words.coded(words.posts[post], post))));
  const usages = usagesFor(commands.post.usages, me)
    .map(({ line, does }) => `\`${line}\` — ${does}`)
    .join('\n');
  return {
    text: [words.explainTitle, words.explain, usages, posts].join('\n'),
    blocks: [header(words.explainTitle), section(words.explain), section(usages), context(posts)],
  };
}

/** The department by post and leader; of very many people every one is named. */
export function postListSaid({ posts, gone }: PostList, reader: Reader): Said {
  const { post: words } = reader.t;
  if (posts.length === 0) return { text: words.listEmpty };
  const lines = posts.flatMap(({ post, groups }) => [
    words.count(
      words.posts[post],
      groups.reduce((sum, { ids }) => sum + ids.length, 0),
    ),
    ...groups.flatMap(({ leaderId, ids }) =>
      namesOf(ids, reader).map(names => {
        if (post === 'president') return names;
        return leaderId === null ? words.ledByNobody(names) : words.ledBy(person(leaderId), names);
      }),
    ),
  ]);
  const warning = gone.length === 0 ? [] : namesOf(gone, reader).map(names => `:warning: ${words.gone(names)}`);
  const blocks: KnownBlock[] = [header(words.listTitle), ...chunks(lines, 2_900).map(section)];
  blocks.push(...chunks(warning, 2_900).map(context));
  return { text: [words.listTitle, ...lines, ...warning].join('\n').replaceAll('*', ''), blocks };
}

/** Where one person stands. */
export function personPostsSaid({ id, posts, leaderId, leads }: PersonPosts, reader: Reader): Said {
  const { post: words } = reader.t;
  const lines = [words.person(person(id), posts.length === 0 ? words.noPost : postNames(posts, reader))];
  if (leaderId !== null) lines.push(words.leader(person(leaderId)));
  else if (posts.length > 0 && !posts.includes('president')) lines.push(words.noLeader);
  if (leads.length > 0) lines.push(...namesOf(leads, reader).map(names => words.leads(names)));
  return { text: lines.join('\n'), blocks: chunks(lines, 2_900).map(section) };
}

/** The answer to whoever gave a post. */
export function postGivenText(id: string, post: Post, leaderId: string | null, reader: Reader): string {
  const { post: words } = reader.t;
  const leader = leaderId === null ? words.setLeader : words.leaderIs(person(leaderId));
  return reader.t.common.joinSentences([words.given(person(id), words.posts[post]), leader]);
}

/** What giving a post would come to. */
export function postToGive(id: string, post: Post, leaderId: string | null, reader: Reader): Said {
  const { post: words } = reader.t;
  const leader = leaderId === null ? words.noLeader : words.leader(person(leaderId));
  return { text: `${words.toGive(person(id), words.posts[post])}\n${leader}` };
}

/** What taking a post back would come to. */
export function postToTake(id: string, post: Post, { left, moved }: PostTaken, reader: Reader): Said {
  const { post: words } = reader.t;
  const remains = left.length === 0 ? words.leavesNone : words.leaves(postNames(left, reader));
  return { text: [words.toTake(person(id), words.posts[post]), remains, ...movedLines(moved, reader)].join('\n') };
}

/** The answer to whoever took a post back, or gave up one of their own. */
export function postTakenSaid(
  of: { id: string; self: boolean; gone: boolean },
  post: Post,
  { left, moved }: PostTaken,
  reader: Reader,
): Said {
  const { post: words } = reader.t;
  const name = words.posts[post];
  const who = person(of.id);
  const done = of.self ? words.takenOwn(name) : of.gone ? words.takenGone(who, name) : words.taken(who, name);
  const remains = left.length === 0 ? words.leftNone : words.left(postNames(left, reader));
  const all = [reader.t.common.joinSentences([done, remains]), ...movedLines(moved, reader)];
  return { text: all.join('\n'), blocks: chunks(all, 2_900).map(section) };
}

/** Whom the people that were led belong to now. */
function movedLines(moved: PostTaken['moved'], reader: Reader): string[] {
  const { post: words } = reader.t;
  const leaders = [...new Set(moved.map(({ leaderId }) => leaderId))];
  return leaders.flatMap(leaderId => {
    const ids = moved.filter(one => one.leaderId === leaderId).map(({ id }) => id);
    return namesOf(ids, reader).map(names =>
      leaderId === null ? words.movedToNobody(names) : words.movedTo(person(leaderId), names),
    );
  });
}

/** Who did it, where it was an administrator. */
const AT_TERMINAL = 'console';

export const postDrawings: Drawings<keyof PostMessages> = {
  'member.postGiven'({ post, by, leaderId, first }, reader) {
    const { post: words } = reader.t;
    const name = words.posts[post];
    const lines = [by === AT_TERMINAL ? words.postGivenAtTerminal(name) : words.postGiven(person(by), name)];
    if (leaderId !== null) lines.push(words.yourLeader(person(leaderId)));
    if (first) lines.push(words.welcome);
    return { text: lines.join('\n') };
  },
  'member.postEnded'({ post, by, left }, reader) {
    const { post: words } = reader.t;
    const remains = left.length === 0 ? words.youHoldNone : words.youHold(postNames(left, reader));
    const name = words.posts[post];
    const ended = by === AT_TERMINAL ? words.postEndedAtTerminal(name) : words.postEnded(person(by), name);
    return { text: `${ended}\n${remains}` };
  },
  'member.leaderChanged'({ leaderId, by }, reader) {
    const { post: words } = reader.t;
    if (by === AT_TERMINAL) return { text: words.leaderChangedAtTerminal(person(leaderId)) };
    return { text: words.leaderChanged(person(by), person(leaderId)) };
  },
  'member.takenOver'({ post, id, before }, reader) {
    const { post: words } = reader.t;
    const names = reader.t.common.joinNames(before.map(person));
    const name = words.posts[post];
    return { text: before.length === 0 ? words.appointed(person(id), name) : words.tookOver(person(id), name, names) };
  },
};

/** For whoever starts the bot: which of the first leaders cannot be, and why. At a terminal people are named by their id. */
export function firstLeadersRefused(unfit: readonly UnfitFirst[], reader: Reader): string {
  const { post: words } = reader.t;
  const lines = unfit.map(({ post, memberId, refusal }) =>
    words.firstRefused(`${post}=${memberId}`, plain(sentenceFor(refusal, reader))),
  );
  return [...lines, words.firstRemedy].join('\n');
}

/** A sentence at a terminal, where nobody is mentioned and no line of Slack's can be typed. */
export function plain(sentence: string): string {
  return withExamples(sentence, {}).replaceAll(/<@([^>]+)>/g, '$1');
}

/** The posts by name, in a row. */
export function postNames(posts: readonly Post[], { t }: Reader): string {
  return t.common.joinNames(posts.map(post => t.post.posts[post]));
}

function namesOf(ids: readonly string[], { t }: Reader): string[] {
  const lines: string[] = [];
  for (let at = 0; at < ids.length; at += NAMES_A_LINE) {
    lines.push(t.common.joinNames(ids.slice(at, at + NAMES_A_LINE).map(person)));
  }
  return lines;
}
