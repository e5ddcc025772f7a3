/** Taking a decision back, with a reason; all who were told of it are told. */

import { civilOf, todayOf } from '../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Member } from '../../member/rules.ts';
import { allMembers, lockMember } from '../../member/store.ts';
import type { Decided, MatterKind } from '../../office/matter.ts';
import type { Office } from '../../office/office.ts';
import { say } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';
import { calendarIn } from '../calendar/workflow.ts';
import { factsOf } from './card.ts';
import type { DecidedMatter } from './messages.ts';
import { approvalsOf, keepTakenBack } from './store.ts';
import { mayTakeBack, undoUntil } from './undo.ts';
import { redrawCards } from './workflow.ts';

/** Decisions of each kind that are looked through for the list, the newest first. */
const LOOKED_AT = 300;

/** Whether the member may take it back at this moment, and what it is: asked before the form is opened. */
export function decidedMatter(
  office: Office,
  me: Member,
  kind: MatterKind,
  subjectId: number,
): Promise<DecidedMatter | Refusal> {
  return office.database.transaction(async tx => {
    const decision = await standingDecision(office, tx, me, kind, subjectId);
    return isRefusal(decision) ? decision : matterOf(office, tx, kind, subjectId, decision);
  });
}

/** What stands decided and the member may take back now, the newest first; about one person, or about anybody. */
export function decidedMatters(
  office: Office,
  me: Member,
  about: Member | null,
  most: number,
): Promise<{ shown: DecidedMatter[]; left: number }> {
  return office.database.transaction(async tx => {
    const found: { kind: MatterKind; subjectId: number; decision: Decided }[] = [];
    for (const kind of Object.keys(office.declared.matters) as MatterKind[]) {
      const { undo } = office.declared.matters[kind];
      for (const subjectId of (await undo?.recent(tx, about?.id ?? null, LOOKED_AT)) ?? []) {
        const decision = await standingDecision(office, tx, me, kind, subjectId);
        if (!isRefusal(decision)) found.push({ kind, subjectId, decision });
      }
    }
    found.sort((a, b) => b.decision.at.getTime() - a.decision.at.getTime());
    const shown: DecidedMatter[] = [];
    for (const { kind, subjectId, decision } of found.slice(0, most)) {
      shown.push(await matterOf(office, tx, kind, subjectId, decision));
    }
    return { shown, left: found.length - shown.length };
  });
}

/** Takes a decision back: once, by somebody who may at this moment. What it changed is undone in the same transaction. */
export async function takeBack(
  office: Office,
  me: Member,
  kind: MatterKind,
  subjectId: number,
  typed: string,
): Promise<DecidedMatter | Refusal> {
  const reason = typed.trim();
  const result = await office.database.transaction(async tx => {
    const seen = await standingDecision(office, tx, me, kind, subjectId);
    if (isRefusal(seen)) return seen;
    if (reason === '') return refuse('undo.reasonMissing', {});
    await lockMember(tx, seen.concernsId);
    const decision = await standingDecision(office, tx, me, kind, subjectId);
    if (isRefusal(decision)) return decision;
    const told = await office.declared.matters[kind].undo?.apply(office, tx, subjectId, me, reason);
    if (told === undefined || isRefusal(told)) return told ?? refuse('undo.nothing', {});
    const now = office.clock.now();
    const row = await keepTakenBack(tx, { kind, subjectId, by: me.id, concernsId: decision.concernsId, reason, now });
    const after = { kind, subjectId, decidedBy: decision.by };
    await record(tx, { at: now, actor: me.id, deed: 'approval.takenBack', noun: 'approval', nounId: row.id, after });
    for (const { id } of await approvalsOf(tx, kind, subjectId)) await redrawCards(office, tx, id);
    for (const recipient of new Set([decision.concernsId, decision.by, decision.onBehalfOf, ...told])) {
      if (recipient === null || recipient === me.id || recipient === 'clock') continue;
      const key = `approval.takenBack:${row.id}:${recipient}`;
      await say(office, tx, { key, recipient, message: 'approval.takenBack', ref: { approvalId: row.id } });
    }
    return matterOf(office, tx, kind, subjectId, decision);
  });
  office.wake();
  return result;
}

async function standingDecision(
  office: Office,
  tx: Tx,
  me: Member,
  kind: MatterKind,
  subjectId: number,
): Promise<Decided | Refusal> {
  const { undo, accuses } = office.declared.matters[kind];
  const decision = (await undo?.decision(office, tx, subjectId)) ?? null;
  if (decision === null) return refuse('undo.nothing', {});
  const { zone, undoWorkdays } = office.settings;
  const on = civilOf(decision.at, zone).date;
  const until = undoUntil(on, undoWorkdays, await calendarIn(tx));
  const members = await allMembers(tx);
  const actor = members.get(me.id) ?? me;
  const may = mayTakeBack({ ...decision, on, accuses }, actor, members, todayOf(office), until);
  return may === true ? decision : may;
}

async function matterOf(
  office: Office,
  tx: Tx,
  kind: MatterKind,
  subjectId: number,
  { by, at, concernsId }: Decided,
): Promise<DecidedMatter> {
  return { matter: await factsOf(office, tx, { kind, subjectId }), subjectId, concernsId, by, at: at.toISOString() };
}
