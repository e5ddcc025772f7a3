/** What handing customers to the next shift declares of itself. */
import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { handoverErasing } from './erasing.ts';
import { handoverKept } from './kept.ts';
import { handoverRefs } from './messages.ts';
import { handoverComposers, ownNotes } from './reading.ts';
import { handoverDrawings, ownNoteLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const handover = {
  name: 'handover',
  words: { 'zh-CN': chinese, en },
  messages: messages(handoverRefs, handoverComposers, handoverDrawings, {
    // On the next working day the leader knows; what was asked stays before its receiver.
    'handover.reminder': { reminder: true, inQuietHours: 'left out' },
    'handover.told': { reminder: false, inQuietHours: 'told after' },
    'handover.stillOpen': { reminder: false, inQuietHours: 'told after' },
  }),
  own: own(ownNotes, ownNoteLines),
  kept: handoverKept,
  erasing: handoverErasing,
} as const satisfies Feature;
