/** Who reads: the language, the words of it, and how that language writes days, times and people. */
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import utc from 'dayjs/plugin/utc.js';
import { type CivilDate, civilOf } from '../kernel/civil.ts';
import type { Locale } from '../kernel/locale.ts';
import type { AmountUnit } from '../kernel/money.ts';
import type { Field, FieldValues, Read } from '../kernel/otherwise.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Level } from '../member/post.ts';
import type { MatterKind, Matters } from '../office/matter.ts';
import { type CommandNaming, calledIn } from './naming.ts';
import type { Languages, Sentences } from './sentences.ts';

dayjs.extend(utc);

export interface Reader {
  locale: Locale;
  zone: string;
  t: Sentences;
  /** How the matters before an approver are told, by kind. */
  matters: Tellings;
  /** 8.1, 8.4: who decides up to how much, the lowest level first. */
  levels: readonly Level[];
  /** What amounts are in. */
  unit: AmountUnit;
  /** What people type for a command, by its name in the house with the slash: `/askleave` for `/leave`. */
  called(command: string): string;
}

/** All that can be said, as the features declare it. */
export interface Speech {
  languages: Languages;
  matters: Tellings;
  /** What the commands are called in the sentences. */
  naming: CommandNaming;
  /** The levels of authority the sentences name (8.1, 8.4). */
  levels: readonly Level[];
  /** What amounts are in. */
  unit: AmountUnit;
}

export type Tellings = { readonly [K in MatterKind]: MatterTelling<Matters[K]> };

/** How a kind of matter is told to whoever decides it or asked for it. */
export interface MatterTelling<Facts> {
  /** What kind of matter it is: "leave request". */
  title(facts: Facts, reader: Reader): string;
  /** In one line. */
  line(facts: Facts, reader: Reader): string;
  /** All an approver needs; of what people typed at most so many characters. */
  lines(facts: Facts, reader: Reader, most: number): string;
  /** Once a decision for it was taken back: what of it stays and what does not; null where nothing stays. */
  undone?(facts: Facts, reader: Reader): string | null;
  /** It is named by whom it is about; otherwise by who asked. */
  aboutPerson?: true;
  /** What the two buttons are called when it is before that authority. */
  buttons(facts: Facts, authority: string, reader: Reader): { approve: string; reject: string };
  /** A third way to decide, by a form; none where there are only two. */
  otherwise?: Otherwise<Facts>;
  /** A button beside those that decide, for what no text can show. */
  also?(facts: Facts, reader: Reader): Extra | null;
  /** What a decision by that authority is called, and what it came to, for whoever took it. */
  verdicts(facts: Facts, authority: string, reader: Reader): Record<'approved' | 'rejected', VerdictWords>;
}

/** A button by what it does, what it says and what it is about. */
export interface Extra {
  id: string;
  text: string;
  value: string;
}

export interface Otherwise<Facts> {
  /** What the button is called; null where those facts leave only two ways. */
  button(facts: Facts, authority: string, reader: Reader): string | null;
  /** What the form asks for, in order. */
  fields(facts: Facts, authority: string, reader: Reader): readonly Field[];
  read(values: FieldValues, facts: Facts): Read;
  /** The field a refusal of that decision speaks about. */
  place(refusal: Refusal, facts: Facts): string;
}

export interface VerdictWords {
  deed: string;
  /** In place of the sign that something was not allowed. */
  mark?: string;
  done: string;
}

/** The reader of a language; times are told in the zone given. */
export function readerOf({ languages, matters, naming, levels, unit }: Speech, locale: Locale, zone: string): Reader {
  return { locale, zone, t: languages[locale], matters, levels, unit, called: command => calledIn(naming, command) };
}

/** The sentence for a refusal. */
export function sentenceFor(refusal: Refusal, reader: Reader): string {
  const say = reader.t.refusals[refusal.code] as (params: Refusal['params']) => string;
  return say(refusal.params);
}

/** Slack's locale of a person as one of ours: every Chinese reads Chinese, everybody else English; none told is Chinese. */
export function localeOf(slackLocale: string | null | undefined): Locale {
  return typeof slackLocale !== 'string' || slackLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** '2026-12-01 (Tue)' or '2026-12-01(周二)'. */
export function day(date: CivilDate, reader: Pick<Reader, 'locale'>): string {
  const civil = dayjs.utc(date); // a date without a time must not move with the machine's zone
  return reader.locale === 'zh-CN' ? civil.locale('zh-cn').format('YYYY-MM-DD(ddd)') : civil.format('YYYY-MM-DD (ddd)');
}

/** '2026-12-01 08:03' in the reader's zone. */
export function moment(instant: Date | string, reader: Pick<Reader, 'zone'>): string {
  const { date, time } = civilOf(new Date(instant), reader.zone);
  return `${date} ${time}`;
}

/** '08:03' in the reader's zone. */
export function hour(instant: Date | string, reader: Pick<Reader, 'zone'>): string {
  return civilOf(new Date(instant), reader.zone).time;
}

/** A name that its bearer wrote in two scripts ('经理助理 · Assistant', 'Fang Wang (王芳)'): the reader's part; any other as it is. */
export function nameFor(name: string, { locale }: Pick<Reader, 'locale'>): string {
  const parts = name.replace(/[)）]\s*$/u, '').split(/\s+[·•|/]\s+|\s*[(（|｜／]\s*/u);
  const [first, second] = parts.map(part => part.trim()).filter(part => part !== '');
  if (parts.length !== 2 || first === undefined || second === undefined) return name;
  if (isHan(first) === isHan(second)) return name;
  return isHan(first) === (locale === 'zh-CN') ? first : second;
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** A person as Slack shows them in mrkdwn. */
export function person(id: string): string {
  return `<@${id}>`;
}
