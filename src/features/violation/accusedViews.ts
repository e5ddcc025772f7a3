/** What the member a case is about reads of it: what is alleged and how to answer, what was decided and how to appeal. */
import type { KnownBlock } from '@slack/types';
import { clip } from '@tiaoli/block-kit';
import { limitText } from '../../locales/amount.ts';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { levelOf } from '../../member/post.ts';
import { actions, button, context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { shared } from '../../slack/share.ts';
import { ruleText, tierName } from '../rulebook/views.ts';
import { evidenceText, FULL_ROOM, filesRow } from './evidenceViews.ts';
import type { CaseFacts } from './messages.ts';
import { counts, isOpen, stands } from './states.ts';
import {
  accusedSaid,
  basisText,
  decision,
  endText,
  filedTogether,
  judgedBy,
  measure,
  ROOM,
  sections,
  stepsText,
  toldTo,
  voidedText,
} from './textViews.ts';

export const ACCEPT = 'violation.accept';
export const ANSWER = 'violation.answer';
export const APPEAL = 'violation.appeal';

/** What the accused reads of a case: heard first, or decided against them; who filed it and what was counted is not in it. */
export function accusedMessage(facts: CaseFacts, reader: Reader): Said {
  return isOpen(facts.state) ? hearingMessage(facts, reader) : decidedMessage(facts, reader);
}

/** What is alleged, by which version of which article, and until when the member may answer. */
export function hearingMessage(facts: CaseFacts, reader: Reader): Said {
  const { violation: words } = reader.t;
  const { hearing } = words;
  const name = tierName(facts, reader);
  const shownBy = evidenceText(facts.evidence, facts.accusedId, reader, FULL_ROOM);
  const [happened = '', , , urgent = '', ...answers] = shared(
    toldTo({ ...facts, recommendation: null }, reader),
    ROOM - shownBy.length - basisText(facts, reader).length,
  );
  // What was recommended since stays with those who decide.
  const [asked] = facts.steps;
  const head = [
    hearing.title(words.number(facts.id)),
    hearing.intro,
    `*${name}*`,
    facts.rule === null ? '' : ruleText(facts.rule, reader),
    judgedBy(facts, reader),
  ];
  const lines = [
    `${words.date}${day(facts.date, reader)}`,
    `${hearing.asked}${measure({ ...facts, amount: asked.amount, notice: asked.notice }, reader)}`,
    filedTogether(facts, true, reader),
    basisText(facts, reader),
    facts.compensates ? words.compensation(limitText(reader)) : '',
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.facts}${happened}`),
    ...sections(shownBy),
    ...filesRow(facts.id, facts.evidence, reader),
    section(lines.filter(line => line !== '').join('\n')),
    ...accusedSaid({ ...facts, appeal: null }, answers, '', reader),
    context(standing(facts, clip(urgent, 600), reader)),
  ];
  const id = String(facts.id);
  const answer = button(ANSWER, hearing.answerButton, id);
  if (facts.state === 'hearing') {
    const accept = button(ACCEPT, hearing.acceptButton, id, { style: 'primary', confirm: hearing.acceptConfirm });
    blocks.push(actions('violation.hearing', accept, answer));
  } else if (isOpen(facts.state)) blocks.push(actions('violation.hearing', answer));
  return { text: inWords(hearing.text(words.number(facts.id), name), blocks), blocks };
}

/** How the hearing stands, or what became of the case since. */
function standing(facts: CaseFacts, urgent: string, reader: Reader): string {
  const { violation: words } = reader.t;
  const { hearing } = words;
  const { state, hearingUntil, acceptedAt, answers, urgentBy } = facts;
  if (!isOpen(state)) return hearing.ended(words.states[state]);
  if (state === 'hearing') return hearing.until(moment(hearingUntil ?? facts.filedAt, reader));
  if (acceptedAt !== null) return hearing.accepted(moment(acceptedAt, reader));
  if (urgentBy !== null) return hearing.hurried(person(urgentBy), urgent);
  return answers.length > 0 ? hearing.answered : hearing.over;
}

function decidedMessage(facts: CaseFacts, reader: Reader): Said {
  const { violation: words } = reader.t;
  const number = words.number(facts.id);
  const isStanding = stands(facts.state);
  // How it was recommended stays with those who decide.
  const read = { ...facts, recommendation: null };
  const shownBy = evidenceText(facts.evidence, facts.accusedId, reader, FULL_ROOM);
  const [happened = '', , appeal = '', , ...answers] = shared(
    toldTo(read, reader),
    ROOM - shownBy.length - basisText(facts, reader).length,
  );
  const head = [
    words.toAccused.title(number),
    words.toAccused.intro,
    `*${tierName(facts, reader)}*`,
    facts.rule === null ? '' : ruleText(facts.rule, reader),
    judgedBy(facts, reader),
  ];
  const lines = [
    `${words.date}${day(facts.date, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    stepsText(facts, true, reader),
    filedTogether(facts, true, reader),
    basisText(facts, reader),
    facts.compensates ? words.compensation(limitText(reader)) : '',
    noticeCount(facts, reader),
    decision(facts, reader),
    counts(facts.state) ? endText(facts, reader) : '',
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.facts}${happened}`),
    ...sections(shownBy),
    ...filesRow(facts.id, facts.evidence, reader),
    ...sections(lines.filter(line => line !== '').join('\n')),
    ...accusedSaid(facts, answers, appeal, reader),
    ...sections(voidedText(facts, reader)),
  ];
  if (isStanding) blocks.push(...waysToAnswer(facts, reader));
  else if (facts.state === 'voided') blocks.push(section(words.toAccused.voided));
  else if (facts.state === 'overturned') blocks.push(section(words.toAccused.reversed));
  const text = words.toAccused.text(number, tierName(facts, reader));
  return { text: inWords(text, blocks), blocks };
}

/** It counts with the others of the year once it is final. */
function noticeCount({ state, noticeNumber, noticeThreshold }: CaseFacts, { t }: Reader): string {
  if (noticeNumber === null) return '';
  const { toAccused, term } = t.violation;
  const ifFinal = noticeNumber.ifAll ? term.noticeIfAllFinal : term.noticeIfFinal;
  return (counts(state) ? toAccused.noticeCount : ifFinal)(noticeNumber.number, noticeThreshold);
}

function waysToAnswer(facts: CaseFacts, reader: Reader): KnownBlock[] {
  const { violation: words } = reader.t;
  const id = String(facts.id);
  const { state, appealUntil } = facts;
  const open = facts.appeal === null && (state === 'upheld' || (state === 'final' && appealUntil === null));
  const { posts } = levelOf(facts.appealTo, reader.levels);
  const how =
    appealUntil === null ? words.toAccused.howToAnswer(posts) : words.term.howTo(moment(appealUntil, reader), posts);
  const appeal = button(APPEAL, words.appealButton, id);
  return [
    ...(open ? [context(how)] : []),
    actions('violation.deed', button(ANSWER, words.answerButton, id), ...(open ? [appeal] : [])),
  ];
}

export const accusedDrawings = {
  'violation.hearing': hearingMessage,
  'violation.upheld': accusedMessage,
  'violation.closed'(facts: CaseFacts, reader: Reader): Said {
    const { violation: words } = reader.t;
    const [number, name] = [words.number(facts.id), tierName(facts, reader)];
    const { state } = facts;
    const word = words.hearing.closed[state === 'excused' || state === 'dismissed' ? state : 'withdrawn'];
    const text = word(number, name);
    return { text, blocks: [section(text), ...sections(state === 'withdrawn' ? '' : decision(facts, reader))] };
  },
};
