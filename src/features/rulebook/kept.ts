/** What is kept of the rulebook: the regulation itself, which is about nobody, who changed it, and who confirmed having read that. */
import type { KeptTables } from '../../office/kept.ts';

export const rulebookKept: KeptTables = {
  rulebook: { about: {}, words: [] },
  article_version: { about: {}, words: [] },
  rulebook_setting: { about: {}, words: [] },
  article_switch: {
    about: {
      articlesSwitched: (tx, id) =>
        tx.articleSwitch.findMany({ where: { OR: [{ offBy: id }, { onBy: id }] }, orderBy: { id: 'asc' } }),
    },
    words: ['reason', 'onReason'],
    noun: {
      name: 'switch',
      of: async (tx, id) =>
        (await tx.articleSwitch.findMany({ where: { offBy: id }, select: { id: true } })).map(row => row.id),
    },
  },
  amendment: {
    about: {
      amendments: (tx, id) =>
        tx.amendment.findMany({
          where: { OR: [{ proposerId: id }, { decidedBy: id }, { decidedFor: id }] },
          orderBy: { id: 'asc' },
        }),
    },
    // Why a rule changed is about the rule: everybody reads it beside its version, and it stays as long as that.
    words: [],
  },
  read_receipt: {
    about: {
      amendmentsRead: (tx, id) => tx.readReceipt.findMany({ where: { memberId: id }, orderBy: { amendmentId: 'asc' } }),
    },
    words: [],
  },
};
