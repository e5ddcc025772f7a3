/** Structured lines on standard error, one JSON object each; secrets and people's words never stand in them. */
import { systemClock } from './clock.ts';
import type { Log } from './office/office.ts';

const secret = /\b(xox[a-z]-|xapp-)[\w-]+/gi;
const urlPassword = /(\/\/[^:/\s]+:)[^@\s]+@/g;
// Prisma quotes the arguments of a call it finds wrong, and those are what somebody wrote.
const quotedArguments = /(invocation:\s*)\{[\s\S]*?\n\}/g;

/** Writes lines at or above the level. `write` receives whole lines. */
export function makeLog(level: 'info' | 'warn' | 'error' | 'silent', write: (line: string) => void): Log {
  const order = ['info', 'warn', 'error', 'silent'];
  const line =
    (kind: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (order.indexOf(kind) < order.indexOf(level)) return;
      const at = systemClock.now().toISOString();
      write(JSON.stringify({ at, level: kind, event, ...facts }, (_, value: unknown) => writable(value)));
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** The text without Slack tokens, passwords in URLs and the arguments of failed database calls. */
export function redact(text: string): string {
  return text.replace(secret, '$1…').replace(urlPassword, '$1…@').replace(quotedArguments, '$1…');
}

function writable(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? redact(value.message) : value;
}
