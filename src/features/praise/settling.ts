/** The incentives that are settled, for whoever adds them up. */
import { type CivilDate, civilOf } from '../../kernel/civil.ts';
import { type Fen, fen } from '../../kernel/money.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { lastDecided } from '../approval/asked.ts';
import { decidedIncentives } from './store.ts';

/** What a praise gives its member, as it stands. */
export interface SettledPraise {
  /** The number people name it by. */
  number: number;
  memberId: string;
  /** 0 once it was taken back. */
  amount: Fen;
  /** The department's day on which it was granted; null once it was taken back. */
  grantedOn: CivilDate | null;
  /** On which it was taken back; null where it was not. */
  changedOn: CivilDate | null;
}

/** Of one member or of all, by number. */
export async function settledIncentives(office: Office, tx: Tx, memberId: string | null): Promise<SettledPraise[]> {
  const rows = await decidedIncentives(tx, memberId);
  const voided = rows.filter(({ state }) => state === 'voided').map(({ id }) => id);
  const decided = await lastDecided(tx, ['praise'], voided);
  return rows.map(({ id, praisedId, state, amount, decidedOn }) => {
    const stands = state === 'granted';
    const at = stands ? undefined : decided.get(id);
    return {
      number: id,
      memberId: praisedId,
      amount: stands ? (amount ?? fen(0)) : fen(0),
      grantedOn: stands ? decidedOn : null,
      changedOn: at === undefined ? null : civilOf(at, office.settings.zone).date,
    };
  });
}
