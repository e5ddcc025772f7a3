/** What the record declares of itself. */

import type { Feature } from '../../office/feature.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const record = {
  name: 'record',
  words: { 'zh-CN': chinese, en },
} as const satisfies Feature;
