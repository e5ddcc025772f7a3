/** What the retention of words declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { retentionSettings } from './settings.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const retention = {
  name: 'retention',
  words: { 'zh-CN': chinese, en },
  settings: retentionSettings,
} as const satisfies Feature;
