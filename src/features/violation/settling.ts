/** The money of cases that is settled, for whoever adds it up. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import type { Fen } from '../../kernel/money.ts';
import { fen } from '../../kernel/money.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { lastDecided } from '../approval/asked.ts';
import { counts, isUndone } from './states.ts';
import { settledCases } from './store.ts';

/** What a case costs its member, as it stands. What is appealed against is left out until that is decided. */
export interface SettledCase {
  /** The number people name it by. */
  number: number;
  memberId: string;
  /** 0 where it has none, and once it was voided or overturned. */
  amount: Fen;
  /** It makes a loss good, and is no fine. */
  compensates: boolean;
  /** The department's day on which it became final; null where it counts no more. */
  finalOn: CivilDate | null;
  /** On which it was reduced, overturned or voided; null where it was not. */
  changedOn: CivilDate | null;
}

/** Of one member or of all, by number. */
export async function settledMoney(office: Office, tx: Tx, memberId: string | null): Promise<SettledCase[]> {
  const { zone } = office.settings;
  const rows = await settledCases(tx, memberId);
  const changed = rows.filter(({ state }) => state === 'reduced' || state === 'overturned').map(({ id }) => id);
  const decided = await lastDecided(tx, ['appeal'], changed);
  const dayOf = (at: Date | null) => (at === null ? null : civilOf(at, zone).date);
  return rows.map(({ id, accusedId, state, amount, compensates, finalAt, voidedAt }) => ({
    number: id,
    memberId: accusedId,
    amount: isUndone(state) ? fen(0) : (amount ?? fen(0)),
    compensates,
    finalOn: counts(state) ? dayOf(finalAt) : null,
    changedOn: dayOf(voidedAt ?? decided.get(id) ?? null),
  }));
}
