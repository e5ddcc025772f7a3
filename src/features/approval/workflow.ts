/** Opening, withdrawing and showing approvals; deciding them is `decision.ts`. */
import { randomBytes } from 'node:crypto';
import { todayOf } from '../../kernel/civil.ts';
import type { Term } from '../../kernel/term.ts';
import type { LevelName } from '../../member/post.ts';
import { allMembers, chainsOf } from '../../member/store.ts';
import type { MatterKind } from '../../office/matter.ts';
import type { Office } from '../../office/office.ts';
import { redraw, say } from '../../office/say.ts';
import { cardsLike } from '../../store/outbox.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { delegationsOn } from './delegation/store.ts';
import type { Decision } from './messages.ts';
import {
  type Authority,
  authoritiesAbove,
  type Directory,
  eligible,
  type Matter,
  nextAuthority,
  nextReminder,
  timersOf,
} from './rules.ts';
import {
  type ApprovalRow,
  createApproval,
  escalateNow,
  pendingApprovals,
  pendingApprovalsOf,
  setApprovalState,
  setTimes,
  takenBackOf,
} from './store.ts';

export interface NewApproval {
  kind: MatterKind;
  /** The leave's or case's id. */
  subjectId: number;
  authority: Authority;
  requesterId: string;
  concernsId: string;
  /** Who may not decide it whatever they hold. */
  notBy?: string | null;
}

/**
 * Puts a matter before everybody who may decide it, in the transaction that creates it: one card each in their direct
 * messages. When nobody of that authority may, it stands with the next one from the start.
 */
export async function openApproval(office: Office, tx: Tx, wanted: NewApproval): Promise<ApprovalRow> {
  const now = office.clock.now();
  const directory = await directoryIn(office, tx);
  const { accuses } = office.declared.matters[wanted.kind];
  const requesterId = accuses ? wanted.concernsId : wanted.requesterId;
  const matter: Matter = { ...wanted, requesterId, state: 'pending', escalated: false, accuses };
  const escalated = eligible(matter, directory).length === 0;
  const last = escalated || authoritiesAbove(wanted.authority, directory.levels).length === 0;
  const timers = await timersFrom(office, tx, now);
  const { authority, ...rest } = wanted;
  const barred = typeof wanted.notBy === 'string' ? { notBy: wanted.notBy } : {};
  const term = await termOf(office, tx, wanted);
  const row = await createApproval(tx, {
    ...rest,
    step: authority,
    token: randomBytes(12).toString('hex'),
    escalated,
    requestedAt: now,
    remindAt: nextReminder(timers, term, now),
    escalateAt: last ? null : timers.escalateAt,
    expiresAt: term?.at ?? null,
  });
  await sendCards(office, tx, row, directory);
  await record(tx, {
    at: now,
    actor: wanted.requesterId,
    deed: 'approval.opened',
    noun: 'approval',
    nounId: row.id,
    after: {
      kind: wanted.kind,
      subjectId: wanted.subjectId,
      authority,
      concernsId: wanted.concernsId,
      escalated,
      ...barred,
    },
  });
  return row;
}

/** Takes back what is still pending about a subject, such as a leave withdrawn by its member. */
export async function withdrawApprovals(
  office: Office,
  tx: Tx,
  kind: MatterKind,
  subjectId: number,
  /** Null: nobody did, what it was about has gone. */
  by: string | null,
): Promise<void> {
  for (const row of await pendingApprovalsOf(tx, kind, subjectId)) {
    const now = office.clock.now();
    const mine = await setApprovalState(tx, row.id, { state: 'withdrawn', decidedBy: by, decidedAt: now });
    if (!mine) continue;
    await redrawCards(office, tx, row.id);
    await record(tx, {
      at: now,
      actor: by ?? 'clock',
      deed: 'approval.withdrawn',
      noun: 'approval',
      nounId: row.id,
      before: { state: 'pending' },
      after: { state: 'withdrawn' },
    });
  }
}

/** Sets anew until when what is pending may be decided: what hangs on the calendar changed, about one thing or about all. */
export async function retime(office: Office, tx: Tx, rows: readonly ApprovalRow[]): Promise<void> {
  const now = office.clock.now();
  for (const row of rows) {
    const term = await termOf(office, tx, row);
    const expiresAt = term?.at ?? null;
    if (expiresAt?.getTime() === row.expiresAt?.getTime()) continue;
    const own = await timersFrom(office, tx, row.requestedAt);
    const due = row.remindAt !== null && row.remindAt <= now;
    const remindAt = due ? row.remindAt : nextReminder(own, term, now);
    await setTimes(tx, row.id, { expiresAt, remindAt });
  }
}

/** The same about one thing. */
export async function retimeAbout(office: Office, tx: Tx, kind: MatterKind, subjectId: number): Promise<void> {
  await retime(office, tx, await pendingApprovalsOf(tx, kind, subjectId));
}

/** The same about all that waits: at start, as the hours of the company may be others by now. */
export async function retimeAll(office: Office): Promise<void> {
  await office.database.transaction(async tx => retime(office, tx, await pendingApprovals(tx)));
  office.wake();
}

/** Until when a matter may be decided; null where there is no such hour. */
export async function termOf(
  office: Office,
  tx: Tx,
  { kind, subjectId }: Pick<ApprovalRow, 'kind' | 'subjectId'>,
): Promise<Term | null> {
  return (await office.declared.matters[kind].term?.(office, tx, subjectId)) ?? null;
}

/** When a matter asked for then is reminded of by itself, and passed on. */
export async function timersFrom(
  office: Office,
  tx: Tx,
  requestedAt: Date,
): Promise<{ requestedAt: Date; remindAt: Date; escalateAt: Date }> {
  const { approvalReminderTime, zone } = office.settings;
  return { requestedAt, ...timersOf(requestedAt, await calendarIn(tx), approvalReminderTime, zone) };
}

/** One card to each person who may decide and has none yet. */
export async function sendCards(office: Office, tx: Tx, row: ApprovalRow, directory: Directory): Promise<void> {
  for (const { member } of eligible(matterOf(office, row), directory)) await sendCard(office, tx, row.id, member.id);
}

/**
 * Makes the cards of all that is pending right for one member whose authority changed: those they may decide now are
 * sent, or get their buttons back; those they may no longer decide lose them.
 */
export async function refreshCardsOf(office: Office, tx: Tx, memberId: string): Promise<void> {
  const directory = await directoryIn(office, tx);
  for (const row of await pendingApprovals(tx)) {
    const may = eligible(matterOf(office, row), directory).some(({ member }) => member.id === memberId);
    const sent = may && (await sendCard(office, tx, row.id, memberId));
    if (!sent) await redraw(office, tx, cardKey(row.id, memberId));
  }
}

/** What nobody of its authority can decide any more goes to the next one at once. */
export async function passOnOrphans(office: Office, tx: Tx): Promise<void> {
  const directory = await directoryIn(office, tx);
  for (const row of await pendingApprovals(tx)) {
    // Passed on already, it may have come to the level above that one by now.
    if (row.escalated) await sendCards(office, tx, row, directory);
    const isLast = authoritiesAbove(row.step, directory.levels).length === 0;
    const orphan = !isLast && eligible(matterOf(office, row), directory).length === 0;
    if (!orphan || !(await escalateNow(tx, row.id))) continue;
    await sendCards(office, tx, { ...row, escalated: true }, directory);
    await redrawCards(office, tx, row.id);
    const at = office.clock.now();
    await record(tx, { at, actor: 'clock', deed: 'approval.escalated', noun: 'approval', nounId: row.id });
  }
}

/** Draws all cards of an approval anew: decided ones lose their buttons and name the decision. */
export async function redrawCards(office: Office, tx: Tx, approvalId: number): Promise<void> {
  for (const card of await cardsLike(tx, cardKey(approvalId, ''))) await redraw(office, tx, card);
}

/** Who may decide what, today. */
export async function directoryIn(office: Office, tx: Tx): Promise<Directory> {
  const today = todayOf(office);
  const { authority: levels } = office.settings;
  return { members: await allMembers(tx), delegations: await delegationsOn(tx, today), today, levels };
}

/**
 * The people a decision about one of them hangs on: both, whoever lends to who decides, and those who lead these. Where
 * a level may be passed over it hangs on everybody.
 */
export async function directoryAround(office: Office, tx: Tx, actorId: string, concernsId: string): Promise<Directory> {
  const { authority: levels } = office.settings;
  if (levels.length > 2) return directoryIn(office, tx);
  const today = todayOf(office);
  const delegations = (await delegationsOn(tx, today)).filter(({ delegateId }) => delegateId === actorId);
  const members = await chainsOf(tx, [actorId, concernsId, ...delegations.map(({ principalId }) => principalId)]);
  return { members, delegations, today, levels };
}

/**
 * The level above that one that decides about somebody, or hears their appeal: the nearest of whom somebody may, other
 * than `notBy`; the last where there is none.
 */
export async function levelAbove(
  office: Office,
  tx: Tx,
  authority: LevelName,
  concernsId: string,
  notBy: string | null = null,
): Promise<LevelName> {
  const { authority: levels } = office.settings;
  // Between two levels there is nobody to look for.
  if (authoritiesAbove(authority, levels).length < 2) return 'president';
  const asked = { authority, requesterId: concernsId, concernsId, notBy, accuses: true };
  const matter: Matter = { ...asked, state: 'pending', escalated: false };
  return nextAuthority(matter, await directoryIn(office, tx)) ?? 'president';
}

/** A row as the rules read it. Whoever filed what accuses somebody is no party to it: they may decide it with the authority. */
export function matterOf(office: Office, row: ApprovalRow): Matter {
  const { accuses } = office.declared.matters[row.kind];
  return {
    accuses,
    authority: row.step,
    requesterId: accuses ? row.concernsId : row.requesterId,
    concernsId: row.concernsId,
    state: row.state,
    escalated: row.escalated,
    notBy: row.notBy,
  };
}

/** The decision on a row; null while it is pending. */
export async function decisionOf(tx: Tx, row: ApprovalRow): Promise<Decision | null> {
  if (row.state === 'pending' || row.state === 'takenBack') return null;
  const undone = row.state === 'approved' ? await takenBackOf(tx, row.kind, row.subjectId) : null;
  const { decidedBy: by, decidedAt: at, reason } = undone ?? { decidedBy: null, decidedAt: null, reason: null };
  return {
    state: row.state,
    by: row.decidedBy,
    onBehalfOf: row.onBehalfOf,
    at: (row.decidedAt ?? row.requestedAt).toISOString(),
    reason: row.reason,
    takenBack: by === null || at === null ? null : { by, at: at.toISOString(), reason: reason ?? '' },
  };
}

/** True when the member had no card of it yet. */
function sendCard(office: Office, tx: Tx, approvalId: number, readerId: string): Promise<boolean> {
  const card = cardKey(approvalId, readerId);
  const ref = { approvalId, readerId };
  return say(office, tx, { key: card, card, recipient: readerId, message: 'approval.card', ref });
}

function cardKey(approvalId: number, memberId: string): string {
  return `approval:${approvalId}:${memberId}`;
}
