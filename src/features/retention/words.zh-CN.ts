/** 简体中文：文字的保留。 */
import type { DutyWords } from '../../locales/command.ts';

export const duties: Record<string, DutyWords> = {
  'retention.erase': { missed: '清除到期的文字' },
};
