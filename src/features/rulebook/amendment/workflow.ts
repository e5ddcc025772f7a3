/** Proposing an amendment of an article, and taking it back (9.1). */
import { type CivilDate, todayOf } from '../../../kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Member } from '../../../member/rules.ts';
import { lockMember } from '../../../member/store.ts';
import type { Office } from '../../../office/office.ts';
import { record } from '../../../store/record.ts';
import type { Tx } from '../../../store/tx.ts';
import { openApproval, withdrawApprovals } from '../../approval/workflow.ts';
import type { Article } from '../article.ts';
import { inForceOn } from '../rules.ts';
import { versionsOf } from '../store.ts';
import { rulebookIn } from '../workflow.ts';
import type { AmendmentFacts } from './messages.ts';
import { amendmentFacts } from './reading.ts';
import { figuresOf } from './recorded.ts';
import { type Draft, daysFor, latestOf, mayPropose, proposalOf, signsOwn } from './rules.ts';
import { certain, signAmendment } from './signing.ts';
import {
  type AmendmentRow,
  amendmentById,
  createAmendment,
  endAmendment,
  pendingAmendment,
  pendingAmendments,
} from './store.ts';

/** Stands for the bot where nobody did it. */
const CLOCK = 'clock';

/** What the form begins from. */
export interface Amending {
  base: Article;
  /** The days it may be dated. */
  days: { first: CivilDate; last: CivilDate };
  today: CivilDate;
  /** Sending it signs it. */
  signs: boolean;
}

/** The article as it is to be amended: its last version, also where that is still to come. */
export function openAmending(office: Office, me: Member, number: string): Promise<Amending | Refusal> {
  return office.database.transaction(tx => amendingIn(office, tx, me, number));
}

async function amendingIn(office: Office, tx: Tx, me: Member, number: string): Promise<Amending | Refusal> {
  const may = mayPropose(me);
  if (may !== true) return may;
  const versions = await versionsOf(tx, number);
  if (versions.length === 0) return refuse('amendment.whichArticle', { deed: 'amend', text: number });
  const pending = await pendingAmendment(tx, number);
  if (pending !== null) return waits(office, pending);
  const [base, today] = [latestOf(versions), todayOf(office)];
  if (base.ended) return refuse('amendment.ended', { number, from: base.inForceFrom });
  return { base, days: daysFor(base, today), today, signs: signsOwn(me) };
}

function waits(office: Office, { number, proposerId: by, proposedAt }: AmendmentRow): Refusal {
  return refuse('amendment.pending', { number, by, on: todayOf(office, proposedAt) });
}

/**
 * Puts a change of an article before the president. What the president proposes is signed with it. `version` is the one
 * the form showed: another by now refuses it.
 */
export async function proposeAmendment(
  office: Office,
  me: Member,
  { number, version }: Pick<Article, 'number' | 'version'>,
  draft: Draft,
): Promise<AmendmentFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    const amending = await amendingIn(office, tx, me, number);
    if (isRefusal(amending)) return amending;
    const { base, today, signs } = amending;
    if (base.version !== version) return refuse('amendment.overtaken', { number, version: base.version });
    const proposal = proposalOf(draft, base, today);
    if (isRefusal(proposal)) return proposal;
    const { after, from: askedFrom, wordingOnly, why } = proposal;
    const { title, text, tiers } = after;
    const at = office.clock.now();
    const kept = { number, baseVersion: version, body: { title, text, tiers }, wordingOnly, askedFrom };
    const row = await createAmendment(tx, { ...kept, why, proposerId: me.id, proposedAt: at });
    if (row === null) {
      const other = await pendingAmendment(tx, number);
      return other === null ? refuse('amendment.overtaken', { number, version }) : waits(office, other);
    }
    const said = { state: 'pending', number, baseVersion: version, wordingOnly, askedFrom, figures: figuresOf(tiers) };
    const entry = { at, actor: me.id, deed: 'amendment.proposed', noun: 'amendment', nounId: row.id };
    await record(tx, { ...entry, after: said });
    if (signs) certain(await signAmendment(office, tx, row, me.id, null));
    else {
      const asked = { kind: 'amendment', subjectId: row.id, authority: 'president' } as const;
      await openApproval(office, tx, { ...asked, requesterId: me.id, concernsId: me.id });
    }
    return amendmentFacts(office, tx, row.id);
  });
  office.wake();
  return result;
}

/** Takes back what the member proposed about an article and the president has not decided. */
export async function withdrawAmendment(office: Office, me: Member, number: string): Promise<AmendmentFacts | Refusal> {
  const result = await office.database.transaction(async tx => {
    // As whoever decides it: the member first.
    await lockMember(tx, me.id);
    const row = await pendingAmendment(tx, number);
    if (row === null) return refuse('amendment.none', { number });
    if (row.proposerId !== me.id) return refuse('amendment.notYours', { by: row.proposerId });
    if (!(await withdraw(office, tx, row.id, me.id))) return refuse('amendment.none', { number });
    await withdrawApprovals(office, tx, 'amendment', row.id, me.id);
    return amendmentFacts(office, tx, row.id);
  });
  office.wake();
  return result;
}

/** The same by the button beside the article, which names the amendment. */
export async function withdrawById(office: Office, me: Member, id: number): Promise<AmendmentFacts | Refusal> {
  const row = await amendmentById(office.database.read, id);
  if (row === null) return refuse('approval.gone', {});
  if (row.state !== 'pending') return refuse('amendment.none', { number: row.number });
  return withdrawAmendment(office, me, row.number);
}

/** The articles that examples name for a member: one they may propose to change, and one whose change they may take back. */
export async function exampleArticles(
  { database, clock, settings, declared }: Office,
  me: Member,
): Promise<
  Record<'article.amend' | 'article.withdraw' | 'article.off' | 'article.proposals' | 'article.on', string | undefined>
> {
  const pending = await pendingAmendments(database.read);
  const waiting = new Set(pending.map(({ number }) => number));
  const book = inForceOn(await rulebookIn(database.read), todayOf({ clock, settings }));
  const proposed = new Set(Object.values(declared.proposals).map(({ article }) => article));
  const free = book.filter(({ number, found }) => found === 'filed' && !waiting.has(number));
  const priced = free.find(({ tiers }) => tiers.some(({ amount }) => typeof amount === 'number')) ?? free[0];
  return {
    'article.amend': priced?.number,
    'article.withdraw': pending.find(({ proposerId }) => proposerId === me.id)?.number,
    'article.off': book.find(({ found, off }) => found === 'filed' && off === undefined)?.number,
    'article.proposals': book.find(
      ({ number, found, off }) => found === 'filed' && off === undefined && proposed.has(number),
    )?.number,
    'article.on': book.find(({ off }) => off !== undefined)?.number,
  };
}

/** Ends what was proposed by somebody who left, its approval being ended already. */
export async function closeAmendment(office: Office, tx: Tx, id: number): Promise<void> {
  await withdraw(office, tx, id, CLOCK);
}

async function withdraw(office: Office, tx: Tx, id: number, by: string): Promise<boolean> {
  const at = office.clock.now();
  if (!(await endAmendment(tx, id, { state: 'withdrawn', decidedAt: at }))) return false;
  const after = { state: 'withdrawn' };
  await record(tx, { at, actor: by, deed: 'amendment.withdrawn', noun: 'amendment', nounId: id, after });
  return true;
}
