/** Figures of the cases a leader may look into. */
import { civilOf, todayOf } from '../../kernel/civil.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { holds, LEADERS, type Member } from '../../member/rules.ts';
import { allMembers } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { inForceOn } from '../rulebook/rules.ts';
import { rulebookIn } from '../rulebook/workflow.ts';
import { casesTowards132, noticesIn } from './count.ts';
import { recordOf } from './keeping.ts';
import { maySee } from './sight.ts';
import { allCases, type CaseRow } from './store.ts';
import { type Counted, type Statistics, tallyOf } from './tally.ts';

/** The earliest year asked for. */
const FIRST_YEAR = 2000;

/** The figures of a year; of the present one where none is named. Nobody reads of those who lead them. */
export async function statistics(office: Office, me: Member, named: number | null): Promise<Statistics | Refusal> {
  if (!holds(me, LEADERS)) return refuse('violation.ownOnly', {});
  const today = todayOf(office);
  const present = Number(today.slice(0, 4));
  const year = named ?? present;
  if (year < FIRST_YEAR || year > present) return refuse('violation.badYear', { text: String(year), present });
  return office.database.transaction(async tx => {
    const [rows, members, book] = [await allCases(tx), await allMembers(tx), await rulebookIn(tx)];
    const seen = rows.filter(row => row.accusedId !== me.id && maySee({ ...row, status: row.state }, me, { members }));
    const tally = tallyOf(
      seen.map(row => countedOf(row, office.settings.zone)),
      year,
      id => members.get(id)?.posts ?? [],
    );
    // Of a year that is over, as it stood at its end.
    const end = year === present ? today : `${year}-12-31`;
    const records = seen
      .map(row => recordOf(row, office.settings.zone))
      .filter(({ finalOn }) => (finalOn ?? '') <= end);
    const people = [...new Set(seen.map(({ accusedId }) => accusedId))]
      .filter(id => members.has(id))
      .map(id => ({
        memberId: id,
        cases: casesTowards132(records, id, end, office.settings).length,
        notices: noticesIn(records, id, year).length,
      }))
      .filter(({ cases, notices }) => cases + notices > 0)
      .sort((a, b) => b.notices - a.notices || b.cases - a.cases);
    const { caseThreshold, noticeThreshold } = office.settings;
    const names = new Map([...members].map(([id, { name }]) => [id, name]));
    return { tally, people, names, articles: inForceOn(book, today), caseThreshold, noticeThreshold };
  });
}

function countedOf(row: CaseRow, zone: string): Counted {
  const { accusedId, article, state, filedAt, decidedAt, appeal } = row;
  const isDecided = decidedAt !== null && state !== 'withdrawn';
  return {
    ...{ accusedId, article, status: state, filedOn: civilOf(filedAt, zone).date },
    took: isDecided ? decidedAt.getTime() - filedAt.getTime() : null,
    appealed: appeal !== null && state !== 'appealed',
  };
}
