/** What praise declares of itself. */

import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { praiseErasing } from './erasing.ts';
import { praiseKept } from './kept.ts';
import { ownPraiseLines } from './listViews.ts';
import { praiseRefs } from './messages.ts';
import { praiseRecorded } from './recorded.ts';
import { praiseUndo } from './undoing.ts';
import { praiseDrawings, praiseTelling } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { ownPraises, praiseComposers, praiseDecided, praiseFacts, recommendsPraise } from './workflow.ts';

export const praise = {
  name: 'praise',
  words: { 'zh-CN': chinese, en },
  messages: messages(praiseRefs, praiseComposers, praiseDrawings),
  matters: {
    praise: {
      accuses: true,
      tellsRequester: false,
      facts: praiseFacts,
      decided: praiseDecided,
      recommends: recommendsPraise,
      undo: praiseUndo,
      ...praiseTelling,
    },
  },
  own: own(ownPraises, ownPraiseLines),
  kept: praiseKept,
  recorded: praiseRecorded,
  erasing: praiseErasing,
} as const satisfies Feature;
