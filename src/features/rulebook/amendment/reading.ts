/** What people read of amendments: on the card, in their messages, beside their article, and who has not read one yet. */
import { todayOf } from '../../../kernel/civil.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { holds, LEADERS, type Member, standingOf } from '../../../member/rules.ts';
import { allMembers } from '../../../member/store.ts';
import type { Composers, Office } from '../../../office/office.ts';
import type { Tx } from '../../../store/tx.ts';
import { inForceOn } from '../rules.ts';
import { withValuesInForce } from '../setting.ts';
import { settingsOf, versionsNamed, versionsOf } from '../store.ts';
import { offOn } from '../switch/rules.ts';
import { switchesOf } from '../switch/store.ts';
import type { AmendmentFacts, AmendmentMessages, ArticlePage, Readers, ToRead } from './messages.ts';
import { mayPropose } from './rules.ts';
import {
  type AmendmentRow,
  amendmentById,
  amendmentsById,
  amendmentsOf,
  lastAsked,
  receiptOf,
  receiptsOf,
  unreadReceipts,
} from './store.ts';

/** Amendments as people read them, in their order. Throws where the version one begins from is not there. */
export async function factsOf(tx: Tx, rows: readonly AmendmentRow[]): Promise<AmendmentFacts[]> {
  const bases = await versionsNamed(
    tx,
    rows.flatMap(({ number, baseVersion, version }) =>
      [baseVersion, ...(version === null ? [] : [version])].map(each => ({ number, version: each })),
    ),
  );
  return rows.map(row => {
    const { id, number, baseVersion, body, wordingOnly, askedFrom, inForceFrom, why, proposerId } = row;
    const before = bases.find(each => each.number === number && each.version === baseVersion);
    if (before === undefined) throw new Error(`amendment ${id} begins from a version of ${number} that is not there`);
    const { version, state, decidedBy, decidedFor, decidedAt, proposedAt } = row;
    const became = version === null || inForceFrom === null ? {} : { version, inForceFrom };
    return {
      ...{ id, before, wordingOnly, askedFrom, inForceFrom, why, proposerId, state, decidedBy, decidedFor },
      after: bases.find(each => each.number === number && each.version === version) ?? {
        ...before,
        ...body,
        ...became,
      },
      proposedAt: proposedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  });
}

/** One of them as whoever signs it reads it. Throws when it is not there. */
export async function amendmentFacts(_office: Office, tx: Tx, id: number): Promise<AmendmentFacts> {
  const row = await amendmentById(tx, id);
  const [facts] = row === null ? [] : await factsOf(tx, [row]);
  if (facts === undefined) throw new Error(`there is no amendment ${id}`);
  return facts;
}

/** An article whole, with all its versions; what waits for the president only leaders see. Null when there is no such article. */
export async function articlePage(office: Office, me: Member, number: string): Promise<ArticlePage | null> {
  return office.database.transaction(async tx => {
    const versions = await versionsOf(tx, number);
    const today = todayOf(office);
    const standing =
      inForceOn(versions, today)[0] ?? (versions.some(({ ended }) => ended) ? versions.at(-1) : versions[0]);
    if (standing === undefined) return null;
    const switches = await switchesOf(tx, number);
    const off = offOn(switches, today);
    const article = off === undefined ? standing : { ...standing, off };
    const facts = await factsOf(tx, await amendmentsOf(tx, number));
    const signed = facts.filter(({ state }) => state === 'signed');
    const pending = facts.find(({ state }) => state === 'pending') ?? null;
    const unread = await unreadReceipts(tx, { memberId: me.id });
    const asked = new Set(unread.map(({ amendmentId }) => amendmentId));
    return {
      ...{ article, versions, switches, today, signed },
      pending: holds(me, LEADERS) || pending?.proposerId === me.id ? pending : null,
      mine: pending?.proposerId === me.id,
      settings: withValuesInForce(await settingsOf(tx, number), office.settings),
      toRead: signed.filter(({ id }) => asked.has(id)).map(one => ({ facts: one, readAt: null })),
    };
  });
}

/** Who has not read what they were asked to: of all amendments somebody has not, or of an article's last one. For leaders. */
export async function readersFor(office: Office, me: Member, number: string | null): Promise<Readers[] | Refusal> {
  const may = mayPropose(me);
  if (may !== true) return may;
  return office.database.transaction(async tx => {
    if (number !== null && (await versionsOf(tx, number)).length === 0)
      return refuse('amendment.whichArticle', { deed: 'receipts', text: number });
    const one = number === null ? null : await lastAsked(tx, number);
    const ids =
      number !== null
        ? one === null
          ? []
          : [one]
        : [...new Set((await unreadReceipts(tx)).map(({ amendmentId }) => amendmentId))];
    const readers = await readersOfAll(tx, ids);
    return number === null ? readers.filter(({ unread }) => unread.length > 0) : readers;
  });
}

async function readersOfAll(tx: Tx, ids: readonly number[]): Promise<Readers[]> {
  const facts = await factsOf(tx, await amendmentsById(tx, ids));
  const receipts = await receiptsOf(tx, ids);
  const members = await allMembers(tx);
  return facts.map(one => {
    const asked = receipts.filter(({ amendmentId }) => amendmentId === one.id);
    const unread = asked.flatMap(({ memberId, readAt }) => {
      const member = readAt === null ? members.get(memberId) : undefined;
      return member !== undefined && standingOf(member) === true ? member.name : [];
    });
    return { facts: one, read: asked.filter(({ readAt }) => readAt !== null).length, unread };
  });
}

async function toReadOf(tx: Tx, amendmentIds: readonly number[], memberId: string): Promise<ToRead[]> {
  const facts = await factsOf(tx, await amendmentsById(tx, amendmentIds));
  const receipts = new Map(
    (await receiptsOf(tx, amendmentIds))
      .filter(receipt => receipt.memberId === memberId)
      .map(({ amendmentId, readAt }) => [amendmentId, readAt?.toISOString() ?? null]),
  );
  return facts.map(one => ({ facts: one, readAt: receipts.get(one.id) ?? null }));
}

export const amendmentComposers: Composers<keyof AmendmentMessages> = {
  async 'rulebook.toRead'(tx, { amendmentId, memberId }, office) {
    const receipt = await receiptOf(tx, amendmentId, memberId);
    if (receipt === null) return null;
    const facts = await amendmentFacts(office, tx, amendmentId);
    return { facts, readAt: receipt.readAt?.toISOString() ?? null };
  },
  'rulebook.unread': (tx, { amendmentIds, memberId }) => toReadOf(tx, amendmentIds, memberId),
  async 'rulebook.allRead'(tx, { amendmentId }, office) {
    const facts = await amendmentFacts(office, tx, amendmentId);
    return { facts, count: (await receiptsOf(tx, [amendmentId])).filter(({ readAt }) => readAt !== null).length };
  },
};
