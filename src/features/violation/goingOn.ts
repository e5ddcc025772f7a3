/** How what is put before somebody goes from level to level: what the views of it must know (8.1, 8.4). */
import { type LevelName, rankOf } from '../../member/post.ts';
import type { Office } from '../../office/office.ts';
import type { Tx } from '../../store/tx.ts';
import { askedAbout, passedOn, waitingAbout } from '../approval/asked.ts';
import { directoryIn } from '../approval/workflow.ts';
import { type GoesOn, levelOfStep, type PassedTo, stepsFor } from './route.ts';

/** Something about a person that levels of authority decide. */
export interface Way {
  kind: 'case' | 'praise';
  id: number;
  concernsId: string;
  /** Nobody decided it. */
  isOpen: boolean;
  /** Somebody recommended it, and it waits for the next level. */
  isRecommended: boolean;
}

/** That it goes on from whoever decides it now, where `needs` is above them. */
export async function goingOn(office: Office, tx: Tx, way: Way, needs: LevelName): Promise<GoesOn | null> {
  const { authority: levels } = office.settings;
  if (!way.isOpen || rankOf(needs, levels) === 0) return null;
  // Of two levels the way is known.
  if (levels.length === 2) return way.isRecommended ? null : { needs, to: ['president'] };
  const at = way.isRecommended ? await waitsFor(office, tx, way) : null;
  if (at !== null && rankOf(at, levels) >= rankOf(needs, levels)) return null;
  const steps = stepsFor({ accusedId: way.concernsId }, 'president', await directoryIn(office, tx), null);
  const to = steps.map(({ authority }) => authority).filter(authority => rankOf(authority, levels) > 0);
  return { needs, to };
}

/** The level a recommendation waits for; null where none does. */
export async function waitsFor(office: Office, tx: Tx, { kind, id, isRecommended }: Way): Promise<LevelName | null> {
  const { authority: levels } = office.settings;
  if (!isRecommended) return null;
  if (levels.length < 3) return 'president';
  const [waiting] = await waitingAbout(tx, kind, id);
  return waiting === undefined ? 'president' : levelOfStep(waiting, levels);
}

/** At which levels it was recommended, and to which it went. */
export async function recommendedAt(
  office: Office,
  tx: Tx,
  { kind, id }: Way,
  isUndecided: boolean,
): Promise<PassedTo[]> {
  const { authority: levels } = office.settings;
  return passedOn(await askedAbout(tx, kind, id), isUndecided).map(({ at, to, ...said }) => {
    return {
      ...said,
      at: levelOfStep({ step: at }, levels),
      to: to === null ? null : levelOfStep({ step: to }, levels),
    };
  });
}
