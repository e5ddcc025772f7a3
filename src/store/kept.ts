/** What the engine itself keeps, and whose it is: people and their posts, messages, deliveries, the clock, the record. */
import type { KeptTables } from '../office/kept.ts';
import type { Tx } from './tx.ts';

const byId = { orderBy: { id: 'asc' } } as const;

export const engineKept: KeptTables = {
  member: {
    about: {
      member: (tx, id) => tx.member.findUniqueOrThrow({ where: { id } }),
      /** Whom the member leads. */
      leads: async (tx, id) => (await tx.member.findMany({ where: { leaderId: id }, ...byId })).map(led => led.id),
    },
    words: [],
  },
  post: {
    about: {
      posts: (tx, id) => tx.post.findMany({ where: { OR: [{ memberId: id }, { givenBy: id }] }, ...byId }),
    },
    words: [],
  },
  preference: { about: { preferences: (tx, memberId) => tx.preference.findMany({ where: { memberId } }) }, words: [] },
  // What messages said is forgotten with the rows, not column by column.
  outbox: { about: { messages: messagesAbout }, words: [] },
  held_message: {
    about: {
      heldMessages: (tx, recipient) => tx.heldMessage.findMany({ where: { recipient }, orderBy: { key: 'asc' } }),
    },
    words: [],
  },
  card: { about: { cards: cardsAbout }, words: [] },
  // The record itself is read last, for it also names what the other tables hold.
  record: { about: {}, words: [] },
  receipt: { about: null, words: [] },
  // What nobody confirmed is forgotten after a day, with its words.
  typed_line: {
    about: { typedLines: (tx, id) => tx.typedLine.findMany({ where: { memberId: id }, omit: { token: true } }) },
    words: [],
  },
  occurrence: { about: null, words: [] },
  restore: { about: null, words: [] },
  chain_link: { about: null, words: [] },
  chain_head: { about: null, words: [] },
  _prisma_migrations: { about: null, words: [] },
};

/** Entries by the member, about them, that name them, or about these of their own things, by noun. */
export async function recordAbout(tx: Tx, id: string, own: Readonly<Record<string, readonly number[]>>) {
  const named = await tx.$queryRaw<{ seq: number }[]>`
    SELECT seq FROM record WHERE actor = ${id} OR ${id} = ANY(string_to_array("nounId", ':'))
      OR before::text LIKE ${quoted(id)} OR after::text LIKE ${quoted(id)}`;
  const about = Object.entries(own).map(([noun, ids]) => ({ noun, nounId: { in: ids.map(String) } }));
  return tx.record.findMany({
    where: { OR: [{ seq: { in: named.map(({ seq }) => seq) } }, ...about] },
    orderBy: { seq: 'asc' },
  });
}

function messagesAbout(tx: Tx, id: string) {
  return tx.$queryRaw<{ id: number }[]>`
    SELECT id, key, recipient, act, notice, ref, state, at, "sentAt" FROM outbox
    WHERE recipient = ${id} OR ${id} = ANY(string_to_array(key, ':')) OR ref::text LIKE ${quoted(id)} ORDER BY id`;
}

function cardsAbout(tx: Tx, id: string) {
  return tx.$queryRaw<{ key: string }[]>`
    SELECT * FROM card WHERE ${id} = ANY(string_to_array(key, ':')) OR ref::text LIKE ${quoted(id)} ORDER BY key`;
}

/** The id as a whole text of JSON. */
function quoted(id: string): string {
  return `%"${id.replace(/[\\%_]/g, '\\$&')}"%`;
}
