/** Structured lines on standard error, one JSON object each; secrets never stand in them. */
import { systemClock } from './clock.ts';
import type { Log } from './workflows/ports.ts';

const secret = /\b(xox[a-z]-|xapp-)[\w-]+/gi;
const urlPassword = /(\/\/[^:/\s]+:)[^@\s]+@/g;

/** Writes lines at or above the level. `write` receives whole lines. */
export function makeLog(level: 'info' | 'warn' | 'error' | 'silent', write: (line: string) => void): Log {
  const order = ['info', 'warn', 'error', 'silent'];
  const line =
    (kind: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (order.indexOf(kind) < order.indexOf(level)) return;
      write(redact(JSON.stringify({ at: systemClock.now().toISOString(), level: kind, event, ...facts })));
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** The text without Slack tokens and passwords in URLs. */
export function redact(text: string): string {
  return text.replace(secret, '$1…').replace(urlPassword, '$1…@');
}
