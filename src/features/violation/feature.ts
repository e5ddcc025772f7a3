/** What violation cases declare of themselves. */

import { messages, own } from '../../office/feature.ts';
import { accusedDrawings } from './accusedViews.ts';
import { ownCases } from './answer.ts';
import { caseDecided, recommendsCase } from './deciding.ts';
import { caseErasing } from './erasing.ts';
import { ownCaseLines } from './listViews.ts';
import { violationRefs } from './messages.ts';
import { caseUndo } from './undoing.ts';
import { appealTelling, caseTelling, violationDrawings } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { caseFacts, violationComposers } from './workflow.ts';

const deed = { accuses: true, tellsRequester: false, facts: caseFacts, decided: caseDecided };

import type { Feature } from '../../office/feature.ts';
import { violationKept } from './kept.ts';
import { violationRecorded } from './recorded.ts';
import { violationSettings } from './settings.ts';

export const violation = {
  name: 'violation',
  words: { 'zh-CN': chinese, en },
  messages: messages(violationRefs, violationComposers, { ...violationDrawings, ...accusedDrawings }),
  matters: {
    case: { ...deed, ...caseTelling, recommends: recommendsCase, undo: caseUndo },
    appeal: { ...deed, ...appealTelling },
  },
  own: own(ownCases, ownCaseLines),
  proposals: {
    notices: { article: '8.3', tier: 'plain' },
    cases: { article: '1.32', tier: 'plain' },
    grounds: { article: '8.3', tier: 'plain' },
  },
  settings: violationSettings,
  kept: violationKept,
  recorded: violationRecorded,
  erasing: caseErasing,
} as const satisfies Feature;
