/** What one's own record declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { own } from '../../office/feature.ts';
import { ownPreferenceLines } from './preferenceForm.ts';
import { ownPreference } from './preferring.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const me = {
  name: 'me',
  words: { 'zh-CN': chinese, en },
  unchained: ['preference'],
  own: own(ownPreference, ownPreferenceLines),
} as const satisfies Feature;
