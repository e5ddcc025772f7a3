/** What posts declare of themselves. */

import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { postRefs } from './messages.ts';
import { postRecorded } from './recorded.ts';
import { postDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { postComposers } from './workflow.ts';

export const post = {
  name: 'post',
  words: { 'zh-CN': chinese, en },
  messages: messages(postRefs, postComposers, postDrawings),
  recorded: postRecorded,
} as const satisfies Feature;
