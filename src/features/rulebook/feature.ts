/** What the rulebook declares of itself. */
import type { Feature } from '../../office/feature.ts';
import { messages } from '../../office/feature.ts';
import { settleReaders } from './amendment/confirming.ts';
import { amendmentRefs } from './amendment/messages.ts';
import { amendmentComposers, amendmentFacts } from './amendment/reading.ts';
import { amendmentRecorded } from './amendment/recorded.ts';
import { amendmentDecided } from './amendment/signing.ts';
import { amendmentDrawings, amendmentTelling } from './amendment/views.ts';
import { closeAmendment } from './amendment/workflow.ts';
import { rulebookErasing } from './erasing.ts';
import { rulebookKept } from './kept.ts';
import { rulebookSettings } from './settings.ts';
import { switchRefs } from './switch/messages.ts';
import { switchRecorded } from './switch/recorded.ts';
import { switchDrawings } from './switch/views.ts';
import { switchComposers } from './switch/workflow.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const rulebook = {
  name: 'rulebook',
  words: { 'zh-CN': chinese, en },
  messages: {
    ...messages(amendmentRefs, amendmentComposers, amendmentDrawings, {
      'rulebook.unread': { reminder: true, inQuietHours: 'told after' },
      'rulebook.allRead': { reminder: false, inQuietHours: 'told after' },
    }),
    ...messages(switchRefs, switchComposers, switchDrawings, {
      'rulebook.switched': { reminder: false, inQuietHours: 'told after' },
    }),
  },
  matters: {
    amendment: {
      ...{ accuses: false, tellsRequester: true, facts: amendmentFacts, decided: amendmentDecided },
      ...{ ...amendmentTelling, closed: closeAmendment },
    },
  },
  follows: { 'member.left': settleReaders },
  settings: rulebookSettings,
  kept: rulebookKept,
  recorded: { ...amendmentRecorded, ...switchRecorded },
  erasing: rulebookErasing,
} as const satisfies Feature;
