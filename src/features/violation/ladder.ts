/** Which time it is: the cases that count before another one under an article with a ladder. */
import { type CivilDate, monthsBefore } from '../../kernel/civil.ts';
import type { Ladder } from '../rulebook/article.ts';
import type { CaseRecord, Proposal } from './rules.ts';
import { counts, isOpen, stands } from './states.ts';

/** What a case is counted beside; one not filed yet has no number. */
type Asked = Pick<Proposal, 'accusedId' | 'article' | 'date'> & { number?: number };

/**
 * Which case of that person under that article it is, from 1 on: those before it are final, and their incidents lie on
 * earlier days, none before the first day of the window.
 */
export function ordinalOf(cases: readonly CaseRecord[], of: Asked, { months }: Ladder): number {
  return 1 + alike(cases, of, months).filter(other => counts(other.status) && other.date < of.date).length;
}

/** Cases of the same kind, of that day or earlier, that count once they are final and do not yet. */
export function notFinalBefore(cases: readonly CaseRecord[], of: Asked, { months }: Ladder): CaseRecord[] {
  return alike(cases, of, months).filter(({ status }) => !counts(status) && (isOpen(status) || stands(status)));
}

function alike(cases: readonly CaseRecord[], of: Asked, months: number | undefined): CaseRecord[] {
  const since: CivilDate = months === undefined ? '' : monthsBefore(of.date, months);
  return cases.filter(
    ({ accusedId, article, date, number }) =>
      accusedId === of.accusedId && article === of.article && number !== of.number && since <= date && date <= of.date,
  );
}
