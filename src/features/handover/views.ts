/** Notes to the next shift as people read them: the cards, what became of them, the list, and one's own record. */
import type { Button, KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { ERASED } from '../../kernel/erasure.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, header, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { firstOf } from '../../slack/listed.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { AskedCard, HandoverMessages, LeftForFirst, NoteFacts, OwnNotes } from './messages.ts';
import { standingFor } from './rules.ts';

export const ACCEPT = 'handover.accept';
export const HAND_ON = 'handover.handOn';
export const ADD = 'handover.add';
export const WITHDRAW = 'handover.withdraw';
export const FINISH = 'handover.finish';

/** Characters of what is open: in a card of its own, in a message of several, and on one line. */
const MOST_SHOWN = 2_500;
const MOST_LISTED = 500;
const MOST_ON_LINE = 200;
/** Notes in one message, each with its buttons, and lines of one's own record. */
const MOST_NOTES = 12;
const MOST_OWN = 10;

/** '`#3` 张女士 · Tmall · :rotating_light: urgent' */
export function noteLine({ id, customer, platform, urgency }: NoteFacts, reader: Reader): string {
  const { handover: words } = reader.t;
  const parts = [wordsOf(customer, reader)];
  if (platform !== null) parts.push(words.platforms[platform]);
  if (urgency !== 'normal') parts.push(words.urgencies[urgency]);
  return `\`#${id}\` ${parts.join(' · ')}`;
}

function matterOf({ matter }: NoteFacts, reader: Reader, most: number): string {
  return clip(wordsOf(matter, reader), most);
}

/** What is open, on one line and short. */
function gist(note: NoteFacts, reader: Reader): string {
  const text = note.matter === ERASED ? note.matter : note.matter.replace(/\s+/gu, ' ');
  return clip(wordsOf(text, reader), MOST_ON_LINE);
}

/** Who has it now, for a sentence: a person, or the first of a post. */
function holder({ receiverId, post, dueOn }: NoteFacts, reader: Reader): string {
  if (receiverId !== null) return person(receiverId);
  const { handover: words, post: named } = reader.t;
  return words.firstOf(post === null ? '' : named.posts[post], dueOn === null ? '' : day(dueOn, reader));
}

/** The answer to whoever gave a note. */
export function givenText(note: NoteFacts, reader: Reader): string {
  const { handover: words } = reader.t;
  const line = noteLine(note, reader);
  const given =
    note.receiverId === null ? words.left(line, holder(note, reader)) : words.given(line, person(note.receiverId));
  return note.announced ? `${given}\n${words.alsoAnnounced}` : given;
}

/** What somebody's deed came to, for themselves. */
export function doneText(deed: 'accept' | 'handOn' | 'add' | 'withdraw' | 'finish', note: NoteFacts, reader: Reader) {
  const { done } = reader.t.handover;
  const line = noteLine(note, reader);
  if (deed === 'accept') return done.accept(line, person(note.giverId));
  return deed === 'handOn' ? done.handOn(line, holder(note, reader)) : done[deed](line);
}

export const handoverDrawings: Drawings<keyof HandoverMessages> = {
  'handover.asked': (card, reader) => askedSaid(card, reader.t.handover.asked(person(card.note.giverId)), reader),
  'handover.reminder': (card, reader) => askedSaid(card, reader.t.handover.reminder(person(card.note.giverId)), reader),
  'handover.told'({ note, became, by, to }, reader) {
    const { told } = reader.t.handover;
    const line = noteLine(note, reader);
    const who = person(by);
    return { text: became === 'handedOn' ? told.handedOn(who, line, person(to ?? '')) : told[became](who, line) };
  },
  'handover.left': leftSaid,
  'handover.stillOpen'(notes, reader) {
    const { handover: words } = reader.t;
    const title = words.stillOpen(notes.length);
    const lines = notes.map(note => {
      const [from, to] = [person(note.giverId), holder(note, reader)];
      return `• ${noteLine(note, reader)} · ${words.fromTo(from, to)} · ${words.givenAt(moment(note.givenAt, reader))}`;
    });
    const shown = firstOf(lines, 2 * MOST_NOTES, reader);
    return {
      text: [title, ...shown, words.noCase].join('\n'),
      blocks: [...chunks([title, ...shown], 2_900).map(section), context(words.noCase)],
    };
  },
  'handover.announced'(note, reader) {
    const { handover: words } = reader.t;
    const title = words.announced(person(note.giverId));
    const stands = note.state === 'open' ? words.with(holder(note, reader)) : endText(note, '', reader);
    // Of what is over nobody need know the customer any longer.
    if (note.state === 'finished' || note.state === 'withdrawn') {
      const text = `${title} — ${stands}`;
      return { text, blocks: [section(title), context(stands)] };
    }
    const blocks = [section(title), ...noteSections(note, reader), context(stands)];
    return { text: [title, noteLine(note, reader), gist(note, reader), stands].join('\n'), blocks };
  },
};

function noteSections(note: NoteFacts, reader: Reader, most = MOST_SHOWN): KnownBlock[] {
  const lines = [`*${noteLine(note, reader)}*`, ...matterOf(note, reader, most).split('\n')];
  return chunks(lines, 2_900).map(section);
}

/** The note before whoever was asked: with buttons while it waits for them, then what became of it. */
function askedSaid({ note, memberId, current }: AskedCard, title: string, reader: Reader): Said {
  const { handover: words } = reader.t;
  if (!current) {
    const text = words.elsewhere(note.id, holder(note, reader));
    return { text, blocks: [section(text)] };
  }
  if (note.state === 'withdrawn' || (note.state === 'finished' && note.changedBy === note.giverId)) {
    const text = endText(note, memberId, reader);
    return { text, blocks: [section(text)] };
  }
  const open = note.state === 'open';
  const stands = open ? words.rule : endText(note, memberId, reader);
  const blocks: KnownBlock[] = [section(title), ...noteSections(note, reader), context(stands)];
  const deeds = open ? [acceptButton(note, reader), handOnButton(note, reader)] : [];
  if (note.state === 'accepted') deeds.push(finishButton(note, reader));
  if (deeds.length > 0) blocks.push(actions('handover.deeds', ...deeds));
  return { text: [title, noteLine(note, reader), gist(note, reader), ...(open ? [] : [stands])].join('\n'), blocks };
}

/** What was left for the first of the day, before one of those who may take it. */
function leftSaid({ notes, memberId }: LeftForFirst, reader: Reader): Said {
  const { handover: words } = reader.t;
  const open = notes.filter(({ state, receiverId }) => state === 'open' && receiverId === null).length;
  const title = open === 0 ? words.leftBefore : words.leftForFirst(notes.length);
  const blocks: KnownBlock[] = [section(title)];
  const lines: string[] = [];
  for (const note of notes.slice(0, MOST_NOTES)) {
    const { id, giverId, receiverId, state } = note;
    const mine = receiverId === memberId && state !== 'open';
    if (state !== 'open' || receiverId !== null) {
      const text =
        mine || state !== 'open' ? endText(note, memberId, reader) : words.elsewhere(id, holder(note, reader));
      lines.push(mine ? `${noteLine(note, reader)} — ${text}` : text);
      blocks.push(...(mine ? [...noteSections(note, reader, MOST_LISTED), context(text)] : [context(text)]));
      if (mine && state === 'accepted') blocks.push(actions(`handover.deeds:${id}`, finishButton(note, reader)));
      continue;
    }
    const from = words.from(person(giverId));
    lines.push(`${noteLine(note, reader)} · ${from}`, gist(note, reader));
    blocks.push(...noteSections(note, reader, MOST_LISTED), context(from));
    blocks.push(actions(`handover.deeds:${id}`, acceptButton(note, reader)));
  }
  const more = notes.length > MOST_NOTES ? [reader.t.common.more(notes.length - MOST_NOTES)] : [];
  const foot = [...more, ...(open === 0 ? [] : [words.firstTakesIt])];
  if (foot.length > 0) blocks.push(context(foot.join('\n')));
  return { text: [title, ...lines, ...foot].join('\n'), blocks };
}

/** How a note stands that is no longer open. */
function endText(note: NoteFacts, me: string, reader: Reader): string {
  return `${MARKS[note.state]} ${reader.t.handover.stands(standingFor(note, me))}`.trim();
}

const MARKS = {
  open: '',
  accepted: ':white_check_mark:',
  finished: ':checkered_flag:',
  withdrawn: ':leftwards_arrow_with_hook:',
} satisfies Record<NoteFacts['state'], string>;

/** All of the member's notes that are not over, each with what they can do with it. */
export function noteList(own: OwnNotes, reader: Reader): Said {
  const { handover: words, common } = reader.t;
  const groups = groupsOf(own, reader);
  const count = groups.reduce((sum, { notes }) => sum + notes.length, 0);
  if (count === 0) return { text: words.listEmpty };
  const blocks: KnownBlock[] = [header(words.listTitle)];
  const lines: string[] = [words.listTitle];
  let room = MOST_NOTES;
  for (const { title, notes, about, deeds } of groups) {
    const shown = notes.slice(0, room);
    if (shown.length === 0) continue;
    room -= shown.length;
    blocks.push(section(`*${title}*`));
    lines.push(title);
    for (const note of shown) {
      const head = `${noteLine(note, reader)} · ${about(note)}`;
      lines.push(head, gist(note, reader));
      blocks.push(...chunks([head, ...matterOf(note, reader, MOST_LISTED).split('\n')], 2_900).map(section));
      blocks.push(actions(`handover.deeds:${note.id}`, ...deeds(note)));
    }
  }
  if (count > MOST_NOTES) {
    blocks.push(context(common.more(count - MOST_NOTES)));
    lines.push(common.more(count - MOST_NOTES));
  }
  return { text: lines.join('\n'), blocks };
}

/** What takes the place of that list after a deed in it. */
export function restOfNotes(done: string, own: OwnNotes, reader: Reader): Said {
  const { text, blocks = [section(text)] } = noteList(own, reader);
  return { text: `${done}\n${text}`, blocks: [section(done), ...blocks], replaces: true };
}

interface Group {
  title: string;
  notes: readonly NoteFacts[];
  /** Who is on the other side. */
  about(note: NoteFacts): string;
  deeds(note: NoteFacts): Button[];
}

function groupsOf({ asked, forFirst, accepted, given }: OwnNotes, reader: Reader): Group[] {
  const { handover: words } = reader.t;
  const from = ({ giverId }: NoteFacts) => words.from(person(giverId));
  return [
    {
      title: words.own.asked,
      notes: asked,
      about: from,
      deeds: note => [acceptButton(note, reader), handOnButton(note, reader)],
    },
    { title: words.own.forFirst, notes: forFirst, about: from, deeds: note => [acceptButton(note, reader)] },
    { title: words.own.accepted, notes: accepted, about: from, deeds: note => [finishButton(note, reader)] },
    {
      title: words.own.given,
      notes: given,
      about: note => words.with(holder(note, reader)),
      deeds: note => [
        button(ADD, words.buttons.add, String(note.id)),
        handOnButton(note, reader),
        finishButton(note, reader),
        button(WITHDRAW, words.buttons.withdraw, String(note.id)),
      ],
    },
  ];
}

/** The same in a member's own record; nothing where there is none. */
export function ownNoteLines(own: OwnNotes, reader: Reader): string[][] {
  const { handover: words } = reader.t;
  const lines = groupsOf(own, reader).flatMap(({ title, notes, about }) =>
    notes.length === 0
      ? []
      : [
          title,
          ...firstOf(
            notes.map(note => `• ${noteLine(note, reader)} · ${about(note)}`),
            MOST_OWN,
            reader,
          ),
        ],
  );
  return lines.length === 0 ? [] : [[`*${words.own.title}*`, ...lines, words.own.hint]];
}

function acceptButton({ id }: NoteFacts, { t }: Reader): Button {
  return button(ACCEPT, t.handover.buttons.accept, String(id), { style: 'primary' });
}

function handOnButton({ id }: NoteFacts, { t }: Reader): Button {
  return button(HAND_ON, t.handover.buttons.handOn, String(id));
}

function finishButton({ id }: NoteFacts, { t }: Reader): Button {
  return button(FINISH, t.handover.buttons.finish, String(id));
}
