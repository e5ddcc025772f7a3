/** What one's own record declares of itself. */
import * as en from '../../locales/en/me.ts';
import * as chinese from '../../locales/zh-CN/me.ts';

import type { Feature } from '../../office/feature.ts';

export const me = {
  name: 'me',
  words: { 'zh-CN': chinese, en },
} as const satisfies Feature;
