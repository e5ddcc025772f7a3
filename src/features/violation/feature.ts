/** What violation cases declare of themselves. */

import { violationRefs } from '../../domain/notice/violation.ts';
import * as en from '../../locales/en/violation.ts';
import * as chinese from '../../locales/zh-CN/violation.ts';
import { messages, own } from '../../office/feature.ts';
import { appealTelling, caseTelling, violationDrawings } from '../../slack/views/violation.ts';
import { ownCaseLines } from '../../slack/views/violationList.ts';
import { caseDecided, caseFacts, recommendsCase, violationComposers } from '../../workflows/violation.ts';
import { ownCases } from '../../workflows/violationAnswer.ts';

const deed = { accuses: true, tellsRequester: false, facts: caseFacts, decided: caseDecided };

import type { Feature } from '../../office/feature.ts';
import { violationKept } from './kept.ts';
import { violationSettings } from './settings.ts';

export const violation = {
  name: 'violation',
  words: { 'zh-CN': chinese, en },
  messages: messages(violationRefs, violationComposers, violationDrawings),
  matters: {
    case: { ...deed, ...caseTelling, recommends: recommendsCase },
    appeal: { ...deed, ...appealTelling },
  },
  own: own(ownCases, ownCaseLines),
  proposals: {
    notices: { article: '8.3', tier: 'plain' },
    cases: { article: '1.32', tier: 'plain' },
  },
  settings: violationSettings,
  kept: violationKept,
} as const satisfies Feature;
