/**
 * Structured lines on standard error, one JSON object each and none of them long; secrets and people's words never stand
 * in them, nor does an answer of Slack's.
 */
import { systemClock } from './clock.ts';
import type { Log } from './office/office.ts';

const secret = /\b(xox[a-z]-|xapp-)[\w-]+/gi;
const urlPassword = /(\/\/[^:/\s]+:)[^@\s]+@/g;
/** Faults quote what somebody wrote: Prisma the arguments of a wrong call, PostgreSQL values and rows, V8 what is no JSON. */
const quotes: readonly [RegExp, string][] = [
  [/(invocation:\s*)\{[\s\S]*?(?:\n\}|$)/g, '$1…'],
  [/(invalid (?:input (?:syntax|value)|value|byte sequence) for [^:"\n]{1,80}: )[\s\S]*/g, '$1…'],
  [/(Key \([^)\n]{1,200}\)=)\([\s\S]*/g, '$1…'],
  [/(Failing row contains )[\s\S]*/g, '$1…'],
  [/(?:Unexpected [\s\S]{1,200}? in JSON|Unexpected [\s\S]{1,400}? is not valid JSON)/g, 'no JSON'],
];

/** The longest text in a line, in bytes; of a longer one only so much is looked at. */
const TEXT_MAX = 2_000;
const LOOKED_AT = 64_000;
/** The longest line, in characters: facts are a few words each. */
const LINE_MAX = 8_000;

/** Writes lines at or above the level. `write` receives whole lines. */
export function makeLog(level: 'info' | 'warn' | 'error' | 'silent', write: (line: string) => void): Log {
  const order = ['info', 'warn', 'error', 'silent'];
  const line =
    (kind: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (order.indexOf(kind) < order.indexOf(level)) return;
      const begin = { at: systemClock.now().toISOString(), level: kind, event };
      const whole = inJson({ ...begin, ...facts });
      write(whole.length <= LINE_MAX ? whole : inJson({ ...begin, tooLong: whole.length, facts: inJson(facts) }));
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** The text without Slack tokens, passwords in URLs and what faults quote. */
export function redact(text: string): string {
  const plain = text.replace(secret, '$1…').replace(urlPassword, '$1…@');
  return quotes.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), plain);
}

function inJson(facts: Record<string, unknown>): string {
  return JSON.stringify(facts, function (this: Record<string, unknown>, key, value: unknown) {
    // An error may say by itself how it is written, and then says all it carries.
    return this[key] instanceof Error ? written(told(this[key])) : writable(value);
  });
}

function writable(value: unknown): unknown {
  if (typeof value === 'string') return written(value);
  return typeof value === 'bigint' ? String(value) : value;
}

function written(text: string): string {
  const whole = redact(text.slice(0, LOOKED_AT));
  const bytes = Buffer.from(whole);
  if (bytes.length <= TEXT_MAX && text.length <= LOOKED_AT) return whole;
  // Half a character at the end is left out.
  return `${bytes
    .subarray(0, TEXT_MAX - 3)
    .toString()
    .replace(/\ufffd+$/, '')}…`;
}

/** What is known of an error: its message, its code, and of Slack's answer the word for it and how long to wait. */
function told(error: Error): string {
  const { code, data, retryAfter } = error as { code?: unknown; data?: { error?: unknown }; retryAfter?: unknown };
  const facts = [code, data?.error, retryAfter].filter(fact => typeof fact === 'string' || typeof fact === 'number');
  const words = facts.map(String).filter(fact => /^[\w.:-]{1,80}$/.test(fact) && !error.message.includes(fact));
  return words.length === 0 ? error.message : `${error.message} (${words.join(', ')})`;
}
