/** Praises as people read them: the lines of a card, what the praised is told, outcomes, the notice. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { sumFen } from '../../kernel/money.ts';
import { amountText } from '../../locales/amount.ts';
import { day, type MatterTelling, moment, person, type Reader } from '../../locales/reader.ts';
import { levelOf } from '../../member/post.ts';
import { inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { shared } from '../../slack/share.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import { advisedTo, recommendsTo, settledBy } from '../violation/route.ts';
import type { PraiseFacts, PraiseMessages } from './messages.ts';

/** Room for what people typed in one message, which holds 12,000 characters in all. */
const ROOM = 8_500;
/** Of each reason of a decision. */
const REASON_ROOM = 1_000;

/** One line: number and day. Names nobody and no amount, as it may stand in a notification. */
export function praiseLine(facts: Pick<PraiseFacts, 'id' | 'date'>, reader: Reader): string {
  return `${reader.t.praise.number(facts.id)} · ${day(facts.date, reader)}`;
}

/** What goes with it: '¥100 · notice of praise'. */
export function praiseMeasure({ amount, notice }: Pick<PraiseFacts, 'amount' | 'notice'>, reader: Reader): string {
  const { praise: words } = reader.t;
  const parts = [
    amount === null ? '' : words.incentive(amountText(amount, reader)),
    notice ? words.withNotice : '',
  ].filter(part => part !== '');
  return parts.length === 0 ? words.onRecord : parts.join(' · ');
}

/** All that whoever decides needs; `most` is the room for what people typed. What does not fit is cut, and the end says where all of it stands. */
export function praiseLines(facts: PraiseFacts, reader: Reader, most: number): string {
  const { praise: words } = reader.t;
  const told = [wordsOf(facts.why, reader), wordsOf(facts.recommendation ?? '', reader)];
  const [why = '', advice = ''] = shared(told, most);
  const lines = [
    `*${praiseLine(facts, reader)}*`,
    `${words.person}${person(facts.praisedId)} · ${words.filedBy}${person(facts.filerId)}`,
    `${words.measure}${praiseMeasure(facts, reader)}`,
    together(facts, reader),
    overLimit(facts, reader),
    `${words.why}${why}`,
    recommendation(facts, advice, reader),
    told.join('').length > most ? words.cut(facts.id) : '',
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** Everything about a praise, for whoever asks for it by number. */
export function praiseInFull(facts: PraiseFacts, reader: Reader): Said {
  const { praise: words } = reader.t;
  const told = [wordsOf(facts.why, reader), wordsOf(facts.recommendation ?? '', reader)];
  const [why = '', advice = ''] = shared(told, ROOM);
  const head = [
    `*${praiseLine(facts, reader)}*`,
    `${words.person}${person(facts.praisedId)} · ${words.filedBy}${person(facts.filerId)}`,
    `${words.measure}${praiseMeasure(facts, reader)}`,
    together(facts, reader),
    `*${praiseState(facts, reader)}*`,
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.why}${why}`),
    ...sections(recommendation(facts, advice, reader)),
    ...sections(decision(facts, reader)),
  ];
  return { text: inWords(praiseLine(facts, reader), blocks), blocks };
}

/** What the praised reads: why, what goes with it, and by whom. How it was recommended stays with those who decide. */
export function praisedMessage(facts: PraiseFacts, reader: Reader): Said {
  const { praise: words } = reader.t;
  const number = words.number(facts.id);
  const told = facts.state === 'granted' ? words.toPraised : words.toPraisedVoided;
  const lines = [
    `${words.date}${day(facts.date, reader)}`,
    `${words.measure}${praiseMeasure(facts, reader)}`,
    // What was written with the decision was for those who decide.
    decision({ ...facts, decisionReason: null }, reader),
  ];
  const blocks: KnownBlock[] = [
    section(told.title(number)),
    ...sections(`${words.why}${clip(wordsOf(facts.why, reader), ROOM)}`),
    ...sections(lines.join('\n')),
  ];
  return { text: inWords(told.text(number), blocks), blocks };
}

export const praiseDrawings: Drawings<keyof PraiseMessages> = {
  'praise.granted': praisedMessage,
  'praise.outcome'(facts, reader) {
    const { praise: words } = reader.t;
    const text = words.outcome(words.number(facts.id), person(facts.praisedId), praiseState(facts, reader));
    const blocks = [section(text), ...sections(decision(facts, reader))];
    return { text: [text, decision(facts, reader)].join('\n'), blocks };
  },
  'praise.notice'({ praised, voided, date }, reader) {
    const { praise: words, common } = reader.t;
    const named = (ids: readonly string[]) => common.joinNames(ids.map(person));
    const text = [
      praised.length === 0 ? '' : words.notice(named(praised), day(date, reader)),
      voided.length === 0 ? '' : words.noticeVoided(named(voided), day(date, reader)),
    ].filter(line => line !== '');
    return { text: text.join('\n'), blocks: [section(text.join('\n'))] };
  },
};

/** How a praise is told to whoever decides it. */
export const praiseTelling: MatterTelling<PraiseFacts> = {
  title: (_facts, { t }) => t.praise.title,
  line: praiseLine,
  lines: praiseLines,
  // Who proposed it stands in its lines.
  aboutPerson: true,
  buttons(facts, authority, { levels, t: { praise: words } }) {
    const to = recommendsTo(facts.goesOn, authority, levels);
    return { approve: to === null ? words.grant : words.recommend(levelOf(to, levels).posts), reject: words.decline };
  },
  verdicts(facts, authority, { levels, t: { praise: words } }) {
    const to = advisedTo(facts, authority, levels);
    return to === null ? words.verdicts.praise : words.verdicts.recommendation(to);
  },
};

/** How it stands; what was recommended names who decides it. */
export function praiseState({ state, waitsFor }: Pick<PraiseFacts, 'state' | 'waitsFor'>, reader: Reader): string {
  const { praise: words } = reader.t;
  return state === 'recommended' && waitsFor !== null
    ? words.waitsFor(levelOf(waitsFor, reader.levels).posts)
    : words.states[state];
}

function overLimit({ goesOn }: PraiseFacts, reader: Reader): string {
  if (goesOn === null) return '';
  const { by, above } = settledBy(goesOn, reader.levels);
  return reader.t.praise.overLimit(amountText(above, reader), levelOf(by, reader.levels).posts);
}

function together({ amount, sameIncident }: PraiseFacts, reader: Reader): string {
  const { praise: words } = reader.t;
  if (sameIncident === 0) return '';
  const total = sumFen(amount === null ? [sameIncident] : [sameIncident, amount]);
  return words.sameIncident(amountText(sameIncident, reader), amountText(total, reader));
}

function recommendation(facts: PraiseFacts, advice: string, reader: Reader): string {
  const { recommendedBy, recommendedFor } = facts;
  if (recommendedBy === null) return '';
  const earlier = facts.advised.slice(0, -1).map(({ by, onBehalfOf, reason }) => {
    return adviceOf(by, onBehalfOf, clip(wordsOf(reason ?? '', reader), REASON_ROOM), reader);
  });
  return [...earlier, adviceOf(recommendedBy, recommendedFor, advice, reader)].join('\n');
}

function adviceOf(recommendedBy: string, recommendedFor: string | null, advice: string, { t }: Reader): string {
  const { praise: words } = t;
  const who = `${person(recommendedBy)}${recommendedFor === null ? '' : words.inPlaceOf(person(recommendedFor))}`;
  return advice === '' ? words.recommended(who) : `${words.recommendation(who)}${advice}`;
}

function decision(facts: PraiseFacts, reader: Reader): string {
  const { praise: words } = reader.t;
  const { state, decidedBy, decidedFor, decidedAt, decisionReason, voided } = facts;
  if (decidedBy === null || decidedAt === null || state === 'proposed' || state === 'recommended') return '';
  const who = `${person(decidedBy)}${decidedFor === null ? '' : words.inPlaceOf(person(decidedFor))}`;
  const lines = [words.decided[state](who, moment(decidedAt, reader))];
  if (decisionReason !== null && decisionReason !== '')
    lines.push(words.reason(clip(wordsOf(decisionReason, reader), REASON_ROOM)));
  if (voided !== null) {
    lines.push(words.takenBack(person(voided.by), moment(voided.at, reader)));
    lines.push(words.reason(clip(wordsOf(voided.reason, reader), REASON_ROOM)));
  }
  return lines.join('\n');
}

/** The text in as many sections as it needs; none for an empty one. */
function sections(text: string): SectionBlock[] {
  return chunks(text.split('\n'), 2_900).map(section);
}
