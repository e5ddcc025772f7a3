/** The day on which something happened, as it stands before the words that tell it, or at their beginning or end. */
import type { CivilDate } from './civil.ts';
import { halfWidth } from './halfWidth.ts';
import { dayAt } from './typedDay.ts';
import { BELONGS, timeWordAt } from './typedDayWord.ts';

/** A day; or what may be one, with the day it would be where that is certain. */
export type When = CivilDate | { unclear: string; date: CivilDate | null };

/** "9-12" may be a morning; what is further apart is meant as a day. */
const MOST_HOURS = 4;

/** Whether "9-12" may be hours. */
export function mayBeHours(text: string): boolean {
  const hours = /^([1-9]|1\d|2[0-4])-([1-9]|1\d|2[0-4])$/u.exec(text);
  const lasts = hours ? Number(hours[2]) - Number(hours[1]) : 0;
  return lasts > 0 && lasts <= MOST_HOURS;
}

/** "31号下午闲聊": the day stays a part of what is told. */
const TIME_OF_DAY = /^(?:上午|下午|中午|早|晚|凌晨|傍晚|夜|那天|当天|[0-9一二三四五六七八九十]{1,3} ?[点时:])/u;
/** "3号仓库" is no day. */
const NUMBERED = /^(?:仓|店|线|楼|门|机|客|桌|柜|货|架|车|位|员|厅|库|订|单|会议|房|坑|工|窗|岗|群)/u;

/**
 * The day words begin with without a space ("昨天上午闲聊"). What they begin with that may be a day or is another time than
 * now ("上周"), and a day that ends them, is unclear; but for today.
 */
export function whenAround(words: string, today: CivilDate): When | undefined {
  const first = dayAt(words, today, 'past');
  const behind = words.slice(first?.length ?? 0);
  if (first?.date && first.date <= today && !BELONGS.test(behind)) {
    if (first.form === 'word' || first.form === 'weekday') return first.date;
    const text = words.slice(0, first.length);
    if (first.form === 'loose' && TIME_OF_DAY.test(behind)) return first.date;
    if (first.form === 'loose' && !(/号$/u.test(text) && NUMBERED.test(behind)))
      return { unclear: text, date: first.date };
  }
  const said = halfWidth(words).toLowerCase();
  const time = first?.form === 'loose' ? 0 : timeWordAt(said);
  if (time > 0) return { unclear: words.slice(0, time), date: null };
  for (const { index } of said.matchAll(/(?<=[\s,、;。])[^\s,、;。]/gu)) {
    const text = words.slice(index).replace(/[。.!！]+$/u, '');
    const day = dayAt(text, today, 'past');
    if (day?.length !== text.length && timeWordAt(said.slice(index, index + text.length)) === text.length)
      return { unclear: text, date: null };
    if (day?.length !== text.length || day.date === null || day.form === 'short' || /^\d+[.-]\d+$/u.test(text))
      continue;
    return day.date === today ? today : { unclear: text, date: day.date };
  }
  return undefined;
}
