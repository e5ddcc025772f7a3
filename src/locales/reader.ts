/** Who reads: the language, the words of it, and how that language writes days, times and people. */
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import utc from 'dayjs/plugin/utc.js';
import { type CivilDate, civilOf } from '../domain/civil.ts';
import type { Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/refusal.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

dayjs.extend(utc);

/** All sentences of the house in one language. */
export type Sentences = typeof zhCN;

export interface Reader {
  locale: Locale;
  zone: string;
  t: Sentences;
}

/** The reader of a language; times are told in the zone given. */
export function readerOf(locale: Locale, zone: string): Reader {
  return { locale, zone, t: locale === 'zh-CN' ? zhCN : en };
}

/** The sentence for a refusal. */
export function sentenceFor(refusal: Refusal, reader: Reader): string {
  const say = reader.t.refusals[refusal.code] as (params: Refusal['params']) => string;
  return say(refusal.params);
}

/** Slack's locale of a person as one of ours: every Chinese reads Chinese, everybody else English. */
export function localeOf(slackLocale: string | undefined): Locale {
  return slackLocale === undefined || slackLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** '2026-12-01 (Tue)' or '2026-12-01(周二)'. */
export function day(date: CivilDate, reader: Reader): string {
  const civil = dayjs.utc(date); // a date without a time must not move with the machine's zone
  return reader.locale === 'zh-CN' ? civil.locale('zh-cn').format('YYYY-MM-DD(ddd)') : civil.format('YYYY-MM-DD (ddd)');
}

/** '2026-12-01 08:03' in the reader's zone. */
export function moment(instant: Date | string, reader: Reader): string {
  const { date, time } = civilOf(new Date(instant), reader.zone);
  return `${date} ${time}`;
}

/** '08:03' in the reader's zone. */
export function hour(instant: Date | string, reader: Reader): string {
  return civilOf(new Date(instant), reader.zone).time;
}

/** A person as Slack shows them in mrkdwn. */
export function person(id: string): string {
  return `<@${id}>`;
}
