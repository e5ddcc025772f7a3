/** What posts declare of themselves. */

import { postRefs } from '../../domain/notice/member.ts';
import * as en from '../../locales/en/member.ts';
import * as chinese from '../../locales/zh-CN/member.ts';
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { postDrawings } from '../../slack/views/member.ts';
import { postComposers } from '../../workflows/post.ts';

export const post = {
  name: 'post',
  words: { 'zh-CN': chinese, en },
  messages: messages(postRefs, postComposers, postDrawings),
} as const satisfies Feature;
