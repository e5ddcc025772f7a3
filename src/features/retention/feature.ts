/** What the retention of words declares of itself. */
import * as en from '../../locales/en/retention.ts';
import * as chinese from '../../locales/zh-CN/retention.ts';

import type { Feature } from '../../office/feature.ts';
import { retentionSettings } from './settings.ts';

export const retention = {
  name: 'retention',
  words: { 'zh-CN': chinese, en },
  settings: retentionSettings,
} as const satisfies Feature;
