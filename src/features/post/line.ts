/** Reads what is typed after `/post`. People stay as they were written: who they are, the door finds out. */

import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Post } from '../../member/post.ts';
import { postIn } from './rules.ts';

export type PostLine =
  | { what: 'explain' }
  | { what: 'list' }
  | { what: 'show'; person: string }
  | { what: 'give'; person: string; post: Post; leader: string | null }
  | { what: 'end'; person: string; post: Post }
  | { what: 'lead'; person: string; leader: string };

const LIST = ['list', 'all', '列表', '名单', '全部'];

/** A person: as Slack writes a mention, or as it was typed. */
const PERSON = String.raw`<@[^>]*>|@\S+`;
const FIRST = new RegExp(String.raw`^(${PERSON}|\S+)\s*(.*)$`, 'su');
const LED = new RegExp(String.raw`^(?:led\s+by|under|leader|归|上级)\s*(${PERSON}|\S+)$`, 'iu');
const END = /^(?:end|take|remove|结束|收回|免去|撤销)(?![a-z])\s*(.*)$/isu;
const END_LAST = /^(.*)\s(?:end|结束|收回|免去|撤销)$/isu;
const GIVE = new RegExp(String.raw`^(.*?)\s*(${PERSON})?$`, 'su');

/** What the line asks for, or what is wrong with it. */
export function parsePostLine(text: string): PostLine | Refusal {
  const said = halfWidth(text).replace(/\s+/gu, ' ').trim();
  if (said === '') return { what: 'explain' };
  if (LIST.includes(said.toLowerCase())) return { what: 'list' };
  const [, person = '', rest = ''] = FIRST.exec(said) ?? [];
  if (rest === '') return { what: 'show', person };
  const led = LED.exec(rest);
  if (led?.[1] !== undefined) return { what: 'lead', person, leader: led[1] };
  const ended = END.exec(rest) ?? END_LAST.exec(rest);
  if (ended !== null) {
    const word = ended[1]?.trim() ?? '';
    const post = postIn(word);
    return post === undefined ? refuse('post.unknown', { text: word }) : { what: 'end', person, post };
  }
  const [, word = '', leader] = GIVE.exec(rest) ?? [];
  if (word === '') return refuse('post.badLine', {});
  const post = postIn(word);
  return post === undefined
    ? refuse('post.unknown', { text: word })
    : { what: 'give', person, post, leader: leader ?? null };
}
