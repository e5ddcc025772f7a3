/** English: how long words are kept. */
import type { DutyWords } from '../../locales/command.ts';

export const duties: Record<string, DutyWords> = {
  'retention.erase': { missed: 'erasing what people wrote' },
};
