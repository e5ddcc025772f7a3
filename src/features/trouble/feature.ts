/** What the bot's own troubles declare of themselves. */

import { troubleRefs } from '../../domain/notice/trouble.ts';
import * as en from '../../locales/en/trouble.ts';
import * as chinese from '../../locales/zh-CN/trouble.ts';
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { troubleDrawings } from '../../slack/views/trouble.ts';
import { troubleComposers } from '../../workflows/trouble.ts';

export const trouble = {
  name: 'trouble',
  words: { 'zh-CN': chinese, en },
  messages: messages(troubleRefs, troubleComposers, troubleDrawings),
} as const satisfies Feature;
