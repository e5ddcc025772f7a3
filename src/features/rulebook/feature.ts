/** What the rulebook declares of itself. */
import type { Feature } from '../../office/feature.ts';
import { rulebookKept } from './kept.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const rulebook = {
  name: 'rulebook',
  words: { 'zh-CN': chinese, en },
  kept: rulebookKept,
} as const satisfies Feature;
