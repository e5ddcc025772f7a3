/** What leave and trips declare of themselves. */

import { known, messages, own } from '../../office/feature.ts';
import { leaveDecided } from './deciding.ts';
import { leaveErasing } from './erasing.ts';
import { leaveExpired, leaveTerm } from './expiring.ts';
import { leaveRefs } from './messages.ts';
import { awayOn, cancellationFactsOf, leaveComposers, leaveFactsOf, ownLeaves, papersMissing } from './reading.ts';
import { recountAround, recountComposers, recountProvisional } from './recounting.ts';
import { leaveUndo } from './undoing.ts';
import { awayLines, cancellationTelling, leaveDrawings, leaveTelling, ownLeaveLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';
import { closeLeave } from './workflow.ts';

const deed = { accuses: false, tellsRequester: true, facts: leaveFactsOf, decided: leaveDecided };

import type { Feature } from '../../office/feature.ts';
import { leaveKept } from './kept.ts';
import { leaveRecorded } from './recorded.ts';
import { leaveSettings } from './settings.ts';

export const leave = {
  name: 'leave',
  words: { 'zh-CN': chinese, en },
  messages: messages(leaveRefs, { ...leaveComposers, ...recountComposers }, leaveDrawings),
  matters: {
    leave: { ...deed, ...leaveTelling, closed: closeLeave, term: leaveTerm, expired: leaveExpired, undo: leaveUndo },
    cancellation: { ...deed, facts: cancellationFactsOf, ...cancellationTelling },
  },
  own: own(ownLeaves, ownLeaveLines),
  known: known(awayOn, awayLines),
  proposals: { papersOverdue: { article: '3.2.4', tier: 'plain', standing: papersMissing } },
  settings: leaveSettings,
  follows: { 'calendar.decided': recountAround },
  starting: recountProvisional,
  kept: leaveKept,
  recorded: leaveRecorded,
  erasing: leaveErasing,
} as const satisfies Feature;
