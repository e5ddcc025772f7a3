/** What help declares of itself. */
import * as en from '../../locales/en/help.ts';
import * as chinese from '../../locales/zh-CN/help.ts';

import type { Feature } from '../../office/feature.ts';

export const help = {
  name: 'help',
  words: { 'zh-CN': chinese, en },
} as const satisfies Feature;
