/** What the record declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { recordRefs } from './messages.ts';
import { recordDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { recordComposers } from './workflow.ts';

export const record = {
  name: 'record',
  words: { 'zh-CN': chinese, en },
  messages: messages(recordRefs, recordComposers, recordDrawings),
} as const satisfies Feature;
