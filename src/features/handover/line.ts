/** The one line after /handover: who it is for, the customer, the platform, what is open; or a word and a number. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { numberAt } from '../../kernel/typedNumber.ts';
import type { Platform, Urgency, Written } from './rules.ts';

/** What is done to one note, by its number. */
export type NoteVerb = 'accept' | 'handOn' | 'addTo' | 'withdraw' | 'finish';

export interface HandoverLineRefusals {
  /** The word needs the number of a note. */
  'handover.numberMissing': { verb: NoteVerb; text: string };
  /** The line begins with nobody and with no word we know. */
  'handover.receiverMissing': { text: string; another: string | null };
  /** Two people are named, and one has to have it. */
  'handover.onePerson': { another: string | null };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends HandoverLineRefusals {}
}

/** To a person, as they are typed, or left for tomorrow's first. */
export type Addressee = { typed: string } | 'first';

export type HandoverLine =
  | { what: 'form'; to: Addressee | null } // nothing more typed: the form is wanted
  | { what: 'list' }
  | { what: 'accept' | 'withdraw' | 'finish'; id: number }
  | { what: 'addTo'; id: number; text: string }
  | { what: 'handOn'; id: number; to: string }
  | { what: 'give'; to: Addressee; written: Written };

/**
 * Reads `<person or tomorrow> <customer> [platform] <what is open> [urgency] [announce]`, `list`, and `accept`, `pass`,
 * `add`, `withdraw` or `done` with a number. A platform ends the name of the customer, so does a bar; without them the
 * name is one word. Words of urgency stand first or last; `today` stays in the text, as it may belong to it. The
 * example of a refusal is still to be found.
 */
export function parseHandoverLine(text: string): HandoverLine | Refusal {
  const typed = text.trim();
  const line = halfWidth(typed);
  if (line === '') return { what: 'form', to: null };
  if (/^(?:list|列表|查看|我的)$/i.test(line)) return { what: 'list' };
  const verb = VERBS.find(([, words]) => words.test(line));
  if (verb !== undefined) {
    const [what, words] = verb;
    const rest = typed.slice(words.exec(line)?.[0].length ?? 0).trim();
    const read = readVerb(what, rest);
    // 转交 and 'pass' are said of a new note too, with the person at once.
    if (read !== null) return read;
    if (what !== 'handOn' || !ADDRESSED.test(halfWidth(rest)))
      return refuse('handover.numberMissing', { verb: what, text: rest });
    return readNote(rest);
  }
  return readNote(typed.slice(GIVE.exec(line)?.[0].length ?? 0).trim());
}

/** A word of Latin letters ends where it ends; a Chinese one may be followed by anything. */
const word = (latin: string, chinese: string) => new RegExp(`^(?:(?:${latin})(?![\\p{L}\\p{N}])|${chinese})\\s*`, 'iu');

const VERBS: readonly (readonly [NoteVerb, RegExp])[] = [
  ['accept', word('accept|take(?! *back)', '接收|接手|接受|接')],
  ['withdraw', word('withdraw|take *back|cancel|undo', '收回|撤回|取消')],
  ['finish', word('done|finish|finished|close|closed', '完成|办完|处理完|已完成|关闭')],
  ['addTo', word('add', '补充|追加')],
  ['handOn', word('pass|hand *on|forward', '转交|转给')],
];
const GIVE = word('give|to|new', '交接给|交接|交给|给');
const FIRST = word("tomorrow(?:'?s)?(?: *first)?|next day", '留给明天|明天第一位|明天|明日|明早|第二天');
const ADDRESSED = /^(?:<@|@)/u;

function readVerb(verb: NoteVerb, rest: string): HandoverLine | null {
  const found = numberAt(rest);
  if (found === undefined) return null;
  const { number: id, length } = found;
  const text = rest.slice(length).replace(/^[\s:：,，.]+/u, '');
  if (verb === 'addTo') return { what: verb, id, text: asTyped(text) };
  if (verb === 'handOn') return { what: verb, id, to: text.replace(/^(?:to\s+|给\s*)/iu, '') };
  return text === '' ? { what: verb, id } : null;
}

function readNote(typed: string): HandoverLine | Refusal {
  const line = halfWidth(typed);
  const first = FIRST.exec(line);
  const person = /^(?:<@[^>]*>|@[^\s,;|@<]*|[\p{L}\p{N}._-]+)/u.exec(line);
  if (typed === '') return { what: 'form', to: null };
  if (first === null && (person === null || !(ADDRESSED.test(line) || HANDLE.test(person[0]))))
    return refuse('handover.receiverMissing', { text: asTyped(typed), another: null });
  const length = (first ?? person)?.[0].length ?? 0;
  const to: Addressee = first === null ? { typed: line.slice(0, length) } : 'first';
  const rest = typed.slice(length).replace(/^[\s,，:：、|｜]+/u, '');
  if (/^(?:和|与|、|and\s)?\s*(?:<@|@)/iu.test(halfWidth(rest))) return refuse('handover.onePerson', { another: null });
  return rest === '' ? { what: 'form', to } : { what: 'give', to, written: writtenIn(asTyped(rest)) };
}

/** A name as Slack's handles are written; a bare word of other letters is no person. */
const HANDLE = /^[a-z0-9][a-z0-9._-]*$/i;

const URGENT = /^(?:urgent|asap|now|加急|紧急|急|特急|马上|尽快)$/i;
const TODAY = /^(?:today|今天|今日|当天|今天内)$/i;
const NOT_URGENT = /^(?:普通|不急|normal)$/i;
const ANNOUNCE = /^(?:announce|#service|群发|特殊|特殊顾客)$/i;

const PLATFORM_WORDS: Readonly<Record<Platform, RegExp>> = {
  tmall: /^(?:tmall|taobao|天猫|淘宝|旺旺)$/i,
  jd: /^(?:jd|jd\.com|京东)$/i,
  pinduoduo: /^(?:pdd|pinduoduo|拼多多)$/i,
  douyin: /^(?:douyin|抖音)$/i,
  other: /^(?:other|其他|其它|其他网店)$/i,
};

/** As far into the line a platform ends the customer's name; later it belongs to what is open. */
const NAME_WORDS = 4;

function writtenIn(typed: string): Written {
  const flags = { urgency: 'normal' as Urgency, announced: false };
  const rest = withoutLast(withoutFirst(typed, flags), flags);
  const words = wordsOf(rest);
  const at = words.slice(0, NAME_WORDS + 1).findIndex(({ text }) => platformOf(text) !== null);
  const platform = at < 0 ? null : platformOf(words[at]?.text ?? '');
  const after = rest.slice(words[at]?.end ?? 0);
  const [customer, matter] = at > 0 ? [rest.slice(0, words[at]?.start), after] : nameAndRest(after);
  return { ...flags, platform, customer: bare(customer), matter: bare(matter) };
}

/** The name up to a bar or a comma behind its first word, or one word; a title belongs to the word after it. */
function nameAndRest(text: string): [string, string] {
  const trimmed = bare(text);
  const [name = ''] =
    /^[^|]{1,80}(?=\|)/u.exec(halfWidth(trimmed)) ??
    /^(?:(?:mr|mrs|ms|miss|dr)\.? +)?[^\s|,;:、]+/iu.exec(halfWidth(trimmed)) ??
    [];
  return [trimmed.slice(0, name.length), trimmed.slice(name.length)];
}

interface Flags {
  urgency: Urgency;
  announced: boolean;
}

function withoutFirst(text: string, flags: Flags): string {
  for (let rest = text; ; ) {
    const [first] = wordsOf(rest);
    if (first === undefined || !(takes(first.text, flags) || TODAY.test(first.text))) return rest;
    rest = rest.slice(first.end);
  }
}

function withoutLast(text: string, flags: Flags): string {
  for (let rest = text; ; ) {
    const last = wordsOf(rest).at(-1);
    if (last === undefined || !takes(last.text, flags)) return rest;
    const before = rest.slice(0, last.start);
    // Of the day it may be the end of the sentence, so it stays; what stands before it may say how urgent it is.
    if (TODAY.test(last.text)) {
      const bare = withoutLast(before, flags);
      return bare === before ? rest : `${bare.trimEnd()} ${rest.slice(last.start)}`;
    }
    rest = before;
  }
}

/** Whether the word says how urgent it is, or that everybody is told. */
function takes(text: string, flags: Flags): boolean {
  if (URGENT.test(text)) flags.urgency = 'urgent';
  else if (TODAY.test(text)) flags.urgency = flags.urgency === 'urgent' ? 'urgent' : 'today';
  else if (ANNOUNCE.test(text)) flags.announced = true;
  else return NOT_URGENT.test(text);
  return true;
}

function platformOf(text: string): Platform | null {
  const found = Object.entries(PLATFORM_WORDS).find(([, words]) => words.test(text));
  return found === undefined ? null : (found[0] as Platform);
}

/** The words with where they stand; in half width, which is as long as what was typed. */
function wordsOf(text: string): { text: string; start: number; end: number }[] {
  return [...halfWidth(text).matchAll(/[^\s|,;、。!]+/gu)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** Without the signs between fields. */
function bare(text: string): string {
  return text.replace(/^[\s|｜,，;；:：、]+|[\s|｜,，;；:：、]+$/gu, '');
}

/** Words as they were typed: names, channels and links stand in Slack's signs. */
function asTyped(text: string): string {
  return text.replace(
    /<(?:([@#])[A-Za-z0-9_-]+\||(?:https?|mailto):[^|>]*\|)([^>]*)>/gu,
    (_, sign: string | undefined, name: string) => `${sign ?? ''}${name}`,
  );
}
