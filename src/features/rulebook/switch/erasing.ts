/** Erases why an article was switched, once it has long been on again or whoever did it has left; while it is off the reason stands beside it. */
import type { Erasing } from '../../../office/kept.ts';
import { eraseReasons } from './store.ts';

export const switchErasing: Erasing = {
  counted: ['switches'],
  over: async (tx, { instant }) => ({ switches: await eraseReasons(tx, { before: instant }) }),
  of: async (tx, memberId) => ({ switches: await eraseReasons(tx, { memberId }) }),
};
