/**
 * Times of the team's zone, as the page shows and reaches them. China keeps one offset all year.
 * @import { Language } from './time.d.ts'
 */
export const ZONE = 'Asia/Shanghai';
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const LOCALE = /** @type {const} */ ({ zh: 'zh-CN', en: 'en-GB' });

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * "08:05", or "08:05:30" with seconds.
 * @param {Date} at
 */
export function formatTime(at, seconds = false) {
  return toLocal(at).slice(11, seconds ? 19 : 16);
}

/**
 * The day in words: today, yesterday, or the date with its weekday.
 * @param {Date} at
 * @param {Language} language
 * @param {Date} now
 */
export function formatDay(at, language, now) {
  const near = nearDay(at, language, now);
  const date = write(at, language, { month: 'long', day: 'numeric', weekday: 'long', ...yearUnlessSame(at, now) });
  return near === '' ? date : `${near} · ${date}`;
}

/**
 * Day and minute for the clock: "12月1日 周二 08:00".
 * @param {Date} at
 * @param {Language} language
 */
export function formatClock(at, language) {
  const day = write(at, language, { month: language === 'zh' ? 'long' : 'short', day: 'numeric', weekday: 'short' });
  return `${language === 'zh' ? day.replace(/(\d日)(周|星期)/, '$1 $2') : day} ${formatTime(at)}`;
}

/**
 * The full moment: "2026-12-01 08:05:30".
 * @param {Date} at
 * @param {Language} language
 */
export function formatMoment(at, language) {
  return `${write(at, language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })} ${formatTime(at, true)}`;
}

/**
 * The date in the team's zone, "2026-12-01".
 * @param {Date} at
 */
export function dayOf(at) {
  return toLocal(at).slice(0, 10);
}

/**
 * The local date and time without a zone, "2026-12-01T08:05:30".
 * @param {Date} at
 */
export function toLocal(at) {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19);
}

/**
 * The moment a local date and time names; null when the text is none.
 * @param {string} text
 */
export function fromLocal(text) {
  const milliseconds = Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds - OFFSET_MS);
}

/**
 * The moment of a message timestamp ("1700000000.000100").
 * @param {string} ts
 */
export function momentOf(ts) {
  return new Date(Number(ts) * 1000);
}

/**
 * A date written with Slack's tokens ({date_short}, {time}, {ago}…); unknown tokens stay as they are.
 * @param {Date} at
 * @param {string} template
 * @param {Language} language
 * @param {Date} now
 */
export function formatSlackDate(at, template, language, now) {
  const [year = '', month = '', day = ''] = dayOf(at).split('-');
  /** @type {Record<string, () => string>} */
  const tokens = {
    date_num: () => dayOf(at),
    date_slash: () => `${day}/${month}/${year}`,
    date_long: () => write(at, language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    date_long_full: () => write(at, language, { year: 'numeric', month: 'long', day: 'numeric' }),
    date: () => write(at, language, { month: 'long', day: 'numeric' }),
    date_short: () => write(at, language, { year: 'numeric', month: 'short', day: 'numeric' }),
    time: () => formatTime(at),
    time_secs: () => formatTime(at, true),
    ago: () => ago(at, language, now),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name) => {
    if (name === 'day_divider_pretty') return nearDay(at, language, now) || (tokens.date?.() ?? '');
    const pretty = /^(\w+)_pretty$/.exec(name);
    if (pretty) return nearDay(at, language, now) || (tokens[pretty[1] ?? '']?.() ?? whole);
    return tokens[name]?.() ?? whole;
  });
}

/**
 * @param {Date} at
 * @param {Language} language
 * @param {Date} now
 */
function nearDay(at, language, now) {
  const days = (Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / DAY_MS;
  const words = language === 'zh' ? ['昨天', '今天', '明天'] : ['Yesterday', 'Today', 'Tomorrow'];
  return words[days + 1] ?? '';
}

/**
 * @param {Date} at
 * @param {Language} language
 * @param {Date} now
 */
function ago(at, language, now) {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}

/**
 * @param {Date} at
 * @param {Date} now
 * @returns {Intl.DateTimeFormatOptions}
 */
function yearUnlessSame(at, now) {
  return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? {} : { year: 'numeric' };
}

/**
 * @param {Date} at
 * @param {Language} language
 * @param {Intl.DateTimeFormatOptions} options
 */
function write(at, language, options) {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: ZONE });
  formats.set(key, format);
  return format.format(at);
}
