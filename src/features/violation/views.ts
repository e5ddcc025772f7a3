/** Cases as people read them: the lines of a card, the accused's message with its ways to answer, outcomes, notices. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { type Fen, fen, formatFen, sumFen } from '../../kernel/money.ts';
import { day, type MatterTelling, moment, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { shared } from '../../slack/share.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import { articleName, tierName } from '../rulebook/views.ts';
import type { CaseFacts, ViolationMessages } from './messages.ts';
import { partsOfKey } from './rules.ts';

/** Room for what people typed in one message, which holds 12,000 characters in all. */
const ROOM = 8_500;
/** Of each reason of a decision. */
const REASON_ROOM = 1_000;
const ANSWERS_SHOWN = 3;

export const ANSWER = 'violation.answer';
export const APPEAL = 'violation.appeal';

/** One line: number, article and tier, day. Names nobody and no amount, as it may stand in a notification. */
export function caseLine(facts: Pick<CaseFacts, 'id' | 'article' | 'tier' | 'date' | 'rule'>, reader: Reader): string {
  const { violation: words } = reader.t;
  return `${words.number(facts.id)} · ${tierName(facts, reader)} · ${day(facts.date, reader)}`;
}

/**
 * All that whoever decides needs; `most` is the room for what people typed. What does not fit is cut, and the end says
 * where all of it can be read.
 */
export function caseLines(facts: CaseFacts, reader: Reader, most: number): string {
  const { violation: words } = reader.t;
  const told = toldTo(facts, reader);
  const [happened = '', advice = '', appeal = '', ...answers] = shared(told, most);
  const cut = facts.answers.length > ANSWERS_SHOWN || told.join('').length > most;
  const lines = [
    `*${caseLine(facts, reader)}*`,
    `${words.person}${person(facts.accusedId)} · ${words.filedBy}${filer(facts, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    together(facts, reader),
    words.before(facts.upheldBefore, facts.noticesThisYear),
    facts.goesOn ? words.overLimit : '',
    `${words.facts}${happened}`,
    recommendation(facts, advice, reader),
    ...answers.map(text => `${words.answer}${text}`),
    appeal === '' ? '' : `${words.appeal}${appeal}`,
    cut ? words.cut(facts.id) : '',
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** What follows from the case: '¥150 (3 × ¥50) · 1 notice of criticism'. */
export function measure(facts: Pick<CaseFacts, 'amount' | 'count' | 'notice' | 'consequence'>, reader: Reader): string {
  const { violation: words } = reader.t;
  const { amount, count, notice, consequence } = facts;
  const parts: string[] = [];
  if (consequence !== null) parts.push(reader.t.rulebook.consequences[consequence]);
  if (amount !== null) parts.push(`${formatFen(amount, reader.locale)}${timesOf(amount, count, reader)}`);
  else if (consequence === null) parts.push(words.noFine);
  if (notice) parts.push(reader.t.rulebook.withNotice);
  return parts.join(' · ');
}

/** The version of the article that was in force on the day of the incident (9.1). */
function judgedBy({ rule }: CaseFacts, { t }: Reader): string {
  return rule === null ? '' : `_${t.rulebook.inForce(rule.version, rule.inForceFrom)}_`;
}

/** Everything about a case, for whoever asks for it by number. */
export function caseInFull(facts: CaseFacts, reader: Reader): Said {
  const { violation: words } = reader.t;
  const [happened = '', advice = '', appeal = '', ...answers] = shared(toldTo(facts, reader), ROOM);
  const head = [
    `*${caseLine(facts, reader)}*`,
    `${words.person}${person(facts.accusedId)} · ${words.filedBy}${filer(facts, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    together(facts, reader),
    judgedBy(facts, reader),
    `*${words.states[facts.state]}*`,
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.facts}${happened}`),
    ...sections(recommendation(facts, advice, reader)),
    ...sections(decision(facts, reader)),
    ...accusedSaid(facts, answers, appeal, reader),
  ];
  return { text: inWords(caseLine(facts, reader), blocks), blocks };
}

/** What the accused reads of a case decided against them; who filed it and what was counted is not in it. */
export function accusedMessage(facts: CaseFacts, reader: Reader): Said {
  const { violation: words } = reader.t;
  const number = words.number(facts.id);
  const stands = facts.state === 'upheld';
  // How it was recommended stays with those who decide.
  const read = { ...facts, recommendation: null };
  const [happened = '', , appeal = '', ...answers] = shared(toldTo(read, reader), ROOM);
  const head = [
    words.toAccused.title(number),
    words.toAccused.intro,
    `*${tierName(facts, reader)}*`,
    facts.rule?.text[reader.locale] ?? '',
    judgedBy(facts, reader),
  ];
  const lines = [
    `${words.date}${day(facts.date, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    facts.notice && stands ? words.toAccused.noticeCount(facts.noticesThisYear + 1, facts.noticeThreshold) : '',
    decision(facts, reader),
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.facts}${happened}`),
    ...sections(lines.filter(line => line !== '').join('\n')),
    ...accusedSaid(facts, answers, appeal, reader),
  ];
  if (stands) {
    const id = String(facts.id);
    const appeal = facts.appeal === null ? [button(APPEAL, words.appealButton, id)] : [];
    if (facts.appeal === null) blocks.push(context(words.toAccused.howToAnswer));
    blocks.push(actions('violation.deed', button(ANSWER, words.answerButton, id), ...appeal));
  } else blocks.push(section(words.toAccused.reversed));
  const text = words.toAccused.text(number, tierName(facts, reader));
  return { text: inWords(text, blocks), blocks };
}

export const violationDrawings: Drawings<keyof ViolationMessages> = {
  'violation.upheld': accusedMessage,
  'violation.outcome'(facts, reader) {
    const { violation: words } = reader.t;
    const name = tierName(facts, reader);
    const state = words.states[facts.state];
    const text = words.outcome(words.number(facts.id), person(facts.accusedId), name, state);
    return { text, blocks: [section(text), ...sections(decision(facts, reader))] };
  },
  'violation.answered'(facts, reader) {
    const { violation: words } = reader.t;
    const name = tierName(facts, reader);
    const text = words.answered(person(facts.accusedId), words.number(facts.id), name);
    return {
      text,
      blocks: [section(text), ...sections(clip(wordsOf(facts.answers.at(-1)?.text ?? '', reader), ROOM))],
    };
  },
  'violation.appealDecided'(facts, reader) {
    const { violation: words } = reader.t;
    const name = tierName(facts, reader);
    const word = words.appealDecided[facts.state === 'reversed' ? 'approved' : 'rejected'];
    const text = word(words.number(facts.id), name);
    return { text, blocks: [section(text), ...sections(appealState(facts, reader))] };
  },
  'violation.notice'({ accusedId, article, rule, date, reversed }, reader) {
    const { violation: words } = reader.t;
    const word = reversed ? words.noticeReversed : words.notice;
    const text = word(person(accusedId), rule === null ? article : articleName(rule, reader), day(date, reader));
    return { text, blocks: [section(text)] };
  },
};

/** How a case, and an appeal against one, are told to whoever decides. */
export const caseTelling: MatterTelling<CaseFacts> = {
  title: (_facts, { t }) => t.violation.titles.case,
  line: caseLine,
  lines: caseLines,
  // Who filed it, perhaps the bot, stands in its lines.
  aboutPerson: true,
  buttons: (facts, authority, { t: { violation: words } }) => ({
    approve: authority === 'leader' && facts.goesOn ? words.recommend : words.uphold,
    reject: words.dismiss,
  }),
  verdicts: (facts, authority, { t: { violation: words } }) =>
    authority === 'leader' && facts.recommendedBy !== null ? words.verdicts.recommendation : words.verdicts.case,
};

export const appealTelling: MatterTelling<CaseFacts> = {
  title: (_facts, { t }) => t.violation.titles.appeal,
  line: caseLine,
  lines: caseLines,
  buttons: (_facts, _authority, { t: { violation: words } }) => ({ approve: words.reverse, reject: words.keep }),
  verdicts: (_facts, _authority, { t }) => t.violation.verdicts.appeal,
};

/** What happened, in the reader's words where the bot found it. */
function factsText({ filerId, facts, worded }: CaseFacts, reader: Reader): string {
  if (filerId !== 'clock' && worded !== true) return wordsOf(facts, reader);
  const { kind, parts } = partsOfKey(facts);
  const said: Record<string, ((...parts: string[]) => string) | undefined> = { ...reader.t.proposals };
  return said[kind]?.(...parts) ?? reader.t.violation.proposedFromRecords;
}

function filer({ filerId }: CaseFacts, { t }: Reader): string {
  return filerId === 'clock' ? t.violation.theBot : person(filerId);
}

function together({ amount, sameIncident }: CaseFacts, { t: { violation: words }, locale }: Reader): string {
  if (sameIncident === 0) return '';
  const total = sumFen(amount === null ? [sameIncident] : [sameIncident, amount]);
  return words.sameIncident(formatFen(sameIncident, locale), formatFen(total, locale));
}

function recommendation(facts: CaseFacts, advice: string, { t: { violation: words } }: Reader): string {
  const { recommendedBy, recommendedFor } = facts;
  if (recommendedBy === null) return '';
  const who = `${person(recommendedBy)}${recommendedFor === null ? '' : words.inPlaceOf(person(recommendedFor))}`;
  return advice === '' ? words.recommended(who) : `${words.recommendation(who)}${advice}`;
}

function decision(facts: CaseFacts, reader: Reader): string {
  const { violation: words } = reader.t;
  const { state, decidedBy, decidedFor, decidedAt, decisionReason } = facts;
  if (decidedBy === null || decidedAt === null || state === 'proposed' || state === 'recommended') return '';
  const who = `${person(decidedBy)}${decidedFor === null ? '' : words.inPlaceOf(person(decidedFor))}`;
  const text = words.decided[state](who, moment(decidedAt, reader));
  return decisionReason === null || decisionReason === ''
    ? text
    : `${text}\n${words.reason(clip(wordsOf(decisionReason, reader), REASON_ROOM))}`;
}

function accusedSaid(facts: CaseFacts, answers: readonly string[], appeal: string, reader: Reader): KnownBlock[] {
  const { violation: words } = reader.t;
  const times = facts.answers.slice(-ANSWERS_SHOWN).map(({ at }) => moment(at, reader));
  return [
    ...answers.flatMap((text, index) => sections(`${words.answer}${text}\n_${times[index] ?? ''}_`)),
    ...(appeal === '' ? [] : sections(`${words.appeal}${appeal}`)),
    ...sections(appealState(facts, reader)),
  ];
}

function appealState({ appeal }: CaseFacts, reader: Reader): string {
  const { violation: words } = reader.t;
  if (appeal === null) return '';
  const { state, by, onBehalfOf, reason } = appeal;
  if (state === 'pending' || state === 'withdrawn') return words.appealStates[state];
  const who = `${by === null ? '–' : person(by)}${onBehalfOf === null ? '' : words.inPlaceOf(person(onBehalfOf))}`;
  const text = words.appealStates[state](who);
  return reason === null || reason === ''
    ? text
    : `${text}\n${words.reason(clip(wordsOf(reason, reader), REASON_ROOM))}`;
}

/** What people typed, cleaned: what happened, the recommendation, the appeal ('' where there is none), the last answers. */
function toldTo(facts: CaseFacts, reader: Reader): string[] {
  const answers = facts.answers.slice(-ANSWERS_SHOWN).map(({ text }) => wordsOf(text, reader));
  return [
    factsText(facts, reader),
    wordsOf(facts.recommendation ?? '', reader),
    wordsOf(facts.appeal?.text ?? '', reader),
    ...answers,
  ];
}

/** The text in as many sections as it needs; none for an empty one. */
function sections(text: string): SectionBlock[] {
  return chunks(text.split('\n'), 2_900).map(section);
}

function timesOf(amount: Fen, count: number, { t, locale }: Reader): string {
  if (count < 2 || amount % count !== 0) return '';
  const text = t.violation.times(count, formatFen(fen(amount / count), locale));
  return locale === 'zh-CN' ? `（${text}）` : ` (${text})`;
}
