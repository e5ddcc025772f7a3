/** What may be typed after `/me`. */
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export interface OwnLineRefusals {
  'me.badLine': { text: string };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends OwnLineRefusals {}
}

const SETTINGS = ['settings', 'setting', 'reminders', 'quiet', '设置', '提醒', '提醒设置', '免打扰'];

/** My record, or what reaches me. */
export function parseOwnLine(text: string): 'record' | 'settings' | Refusal {
  const line = halfWidth(text).trim().toLowerCase();
  if (line === '') return 'record';
  if (/^(?:<@|@)/u.test(line)) return refuse('member.ownRecordOnly', {});
  return SETTINGS.includes(line) ? 'settings' : refuse('me.badLine', { text });
}
