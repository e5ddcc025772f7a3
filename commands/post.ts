/** `/post`: who holds which post and who leads whom; giving posts and taking them back. */

import { parsePostLine } from '../src/features/post/line.ts';
import { listPosts, postsOf } from '../src/features/post/list.ts';
import { POST_GIVERS } from '../src/features/post/rules.ts';
import {
  personPostsSaid,
  postExplained,
  postGivenText,
  postListSaid,
  postTakenSaid,
  postToGive,
  postToTake,
} from '../src/features/post/views.ts';
import { changeLeader, giveTo, takeFrom } from '../src/features/post/workflow.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { person } from '../src/locales/reader.ts';
import type { Post } from '../src/member/post.ts';
import { holds, type Member } from '../src/member/rules.ts';
import type { Command, CommandCall, Said } from '../src/slack/command.ts';

/** Lines that can be typed as they stand, for whoever named nobody we know. */
const SHOW = '/post ⟦@presales⟧';
const GIVERS = { give: '/post ⟦@other⟧ aftersales ⟦@supervisor⟧', lead: '/post ⟦@other⟧ led by ⟦@newLeader⟧' };

export const post: Command = { name: '/post', words: 'post', run };

async function run(call: CommandCall): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  // Who gives no posts is shown what they may type.
  const example = holds(me, POST_GIVERS) ? GIVERS : { give: SHOW, lead: SHOW };
  const line = parsePostLine(call.text);
  if (isRefusal(line)) return line;
  if (line.what === 'explain') return postExplained(me, reader);
  if (line.what === 'list') return postListSaid(await listPosts(office), reader);
  const who = await call.mentioned(
    line.person,
    line.what === 'show' ? SHOW : example[line.what === 'lead' ? 'lead' : 'give'],
  );
  if (isRefusal(who)) return who;
  if (line.what === 'show') return personPostsSaid(await postsOf(office, who), reader);
  if (line.what === 'end') return take(call, who, line.post);
  if (line.what === 'lead') {
    const leader = await call.mentioned(line.leader, example.lead);
    return isRefusal(leader) ? leader : lead(call, who, leader);
  }
  const leader = line.leader === null ? null : await call.mentioned(line.leader, example.give);
  return isRefusal(leader) ? leader : give(call, who, line.post, leader);
}

async function give(call: CommandCall, to: Member, post: Post, leader: Member | null): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const look = await giveTo(office, me, to, post, leader, 'look');
  if (isRefusal(look)) return look;
  const understood = postToGive(to.id, post, look.leaderId, reader);
  const once = call.agreed(understood);
  if (once === null) return { ...understood, asks: true };
  const given = await giveTo(office, me, to, post, leader, once);
  return isRefusal(given) ? given : { text: postGivenText(to.id, post, given.leaderId, reader) };
}

async function take(call: CommandCall, of: Member, post: Post): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const look = await takeFrom(office, me, of, post, 'look');
  if (isRefusal(look)) return look;
  const understood = postToTake(of.id, post, look, reader);
  const once = call.agreed(understood);
  if (once === null) return { ...understood, asks: true };
  const taken = await takeFrom(office, me, of, post, once);
  const whose = { id: of.id, self: of.id === me.id, gone: of.deactivated };
  return isRefusal(taken) ? taken : postTakenSaid(whose, post, taken, reader);
}

async function lead(call: CommandCall, of: Member, leader: Member): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const look = await changeLeader(office, me, of, leader, 'look');
  if (look !== true) return look;
  const understood = { text: reader.t.post.toLead(person(of.id), person(leader.id)) };
  const once = call.agreed(understood);
  if (once === null) return { ...understood, asks: true };
  const changed = await changeLeader(office, me, of, leader, once);
  return changed === true ? { text: reader.t.post.led(person(of.id), person(leader.id)) } : changed;
}
