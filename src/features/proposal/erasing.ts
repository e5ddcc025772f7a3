/** Erases the reasons of excuses that are long given, or about somebody who left. */
import type { Erasing } from '../../office/kept.ts';
import { eraseReasonsBefore, eraseReasonsOf } from './store.ts';

export const proposalErasing: Erasing = {
  counted: ['proposals'],
  over: async (tx, { instant }) => ({ proposals: await eraseReasonsBefore(tx, instant) }),
  of: async (tx, memberId) => ({ proposals: await eraseReasonsOf(tx, memberId) }),
};
