/** Lines that wait to be confirmed: kept, found again by who typed them alone, and taken once. */

import { civilOf } from '../kernel/civil.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dropLine, keepLine, keptLine, takeLine } from '../store/typedLine.ts';
import type { LinesToConfirm, Office } from './office.ts';

export function linesToConfirm(office: Office): LinesToConfirm {
  const { read } = office.database;
  const taken = (instant: Date): Refusal => {
    const { date, time } = civilOf(instant, office.settings.zone);
    return refuse('line.taken', { at: `${date} ${time}` });
  };
  return {
    keep: line => keepLine(read, line),
    async find(token, memberId) {
      const kept = await keptLine(read, token, memberId, office.clock.now());
      if (kept === null) return refuse('line.gone', {});
      return kept.takenAt === null ? kept : taken(kept.takenAt);
    },
    once: (token, memberId) => async tx => {
      const now = office.clock.now();
      if (await takeLine(tx, token, memberId, now)) return true;
      const kept = await keptLine(tx, token, memberId, now);
      return kept?.takenAt == null ? refuse('line.gone', {}) : taken(kept.takenAt);
    },
    drop: (token, memberId) => dropLine(read, token, memberId),
  };
}
