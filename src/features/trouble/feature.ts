/** What the bot's own troubles declare of themselves. */

import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { troubleRefs } from './messages.ts';
import { troubleDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { troubleComposers } from './workflow.ts';

export const trouble = {
  name: 'trouble',
  words: { 'zh-CN': chinese, en },
  messages: messages(troubleRefs, troubleComposers, troubleDrawings),
} as const satisfies Feature;
