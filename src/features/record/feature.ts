/** What the record declares of itself. */

import { recordRefs } from '../../domain/notice/record.ts';
import * as en from '../../locales/en/record.ts';
import * as chinese from '../../locales/zh-CN/record.ts';
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { recordDrawings } from '../../slack/views/record.ts';
import { recordComposers } from '../../workflows/record.ts';

export const record = {
  name: 'record',
  words: { 'zh-CN': chinese, en },
  messages: messages(recordRefs, recordComposers, recordDrawings),
} as const satisfies Feature;
