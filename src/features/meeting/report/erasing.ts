/** Erases what stands in reports written long ago, or by somebody who left. */
import type { Erasing } from '../../../office/kept.ts';
import { reportOver } from './rules.ts';
import { earlierReports, eraseReports, reportKeysOf } from './store.ts';

export const reportErasing: Erasing = {
  counted: ['reports'],
  async over(tx, limit) {
    const reports = await earlierReports(tx, limit.instant);
    return {
      reports: await eraseReports(
        tx,
        reports.filter(report => reportOver(report, limit)),
      ),
    };
  },
  of: async (tx, memberId) => ({ reports: await eraseReports(tx, await reportKeysOf(tx, memberId)) }),
};
