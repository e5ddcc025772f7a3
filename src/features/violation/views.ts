/** Cases as those who decide, file or look them up read them: the lines of a card, all of a case, outcomes, notices. */
import type { KnownBlock } from '@slack/types';
import { clip } from '@tiaoli/block-kit';
import { fen } from '../../kernel/money.ts';
import { amountText, limitText } from '../../locales/amount.ts';
import { day, type MatterTelling, person, type Reader } from '../../locales/reader.ts';
import { levelOf } from '../../member/post.ts';
import { actions, button, context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { shared } from '../../slack/share.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import { articleName, tierName } from '../rulebook/views.ts';
import { evidenceText, FULL_ROOM, filesButton, filesRow } from './evidenceViews.ts';
import type { CaseFacts, ViolationMessages } from './messages.ts';
import { decideOtherwise, reduceOnAppeal } from './otherwiseViews.ts';
import { advisedTo, recommendsTo } from './route.ts';
import type { Step } from './steps.ts';
import {
  ANSWERS_SHOWN,
  accusedSaid,
  appealState,
  basisText,
  beforeText,
  caseLine,
  caseState,
  costsOf,
  decision,
  endText,
  filedTogether,
  filer,
  heardText,
  judgedBy,
  knownText,
  measure,
  nearby,
  overLimit,
  ROOM,
  recommendation,
  sections,
  stepsText,
  together,
  toldTo,
  voidedText,
} from './textViews.ts';

export const HURRY = 'violation.hurry';

/**
 * All that whoever decides needs; `most` is the room for what people typed. What does not fit is cut, and the end says
 * where all of it can be read.
 */
export function caseLines(facts: CaseFacts, reader: Reader, most: number): string {
  const { violation: words } = reader.t;
  const told = toldTo(facts, reader);
  const shownBy = evidenceText(facts.evidence, facts.accusedId, reader);
  const others = filedTogether(facts, false, reader);
  const steps = stepsText(facts, false, reader);
  const basis = basisText(facts, reader);
  const room = most - shownBy.length - others.length - steps.length - basis.length;
  const [happened = '', advice = '', appeal = '', urgent = '', ...answers] = shared(told, room);
  const cut =
    facts.answers.length > ANSWERS_SHOWN || told.join('').length > room || shownBy !== allEvidence(facts, reader);
  const lines = [
    `*${caseLine(facts, reader)}*`,
    `${words.person}${person(facts.accusedId)} · ${words.filedBy}${filer(facts, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    basis,
    steps,
    others,
    together(facts, reader),
    nearby(facts, reader),
    beforeText(facts, reader),
    overLimit(facts, reader),
    ...knownText(facts, reader),
    heardText(facts, urgent, reader),
    `${words.facts}${happened}`,
    shownBy,
    recommendation(facts, advice, reader),
    ...answers.map(text => `${words.answer}${text}`),
    appeal === '' ? '' : `${words.appeal}${appeal}`,
    cut ? words.cut(facts.id) : '',
  ];
  return lines.filter(line => line !== '').join('\n');
}

/** Everything about a case, for whoever asks for it by number; `mayHurry`: they may end its hearing. */
export function caseInFull(facts: CaseFacts, reader: Reader, mayHurry = false): Said {
  const { violation: words } = reader.t;
  const shownBy = allEvidence(facts, reader);
  const [happened = '', advice = '', appeal = '', urgent = '', ...answers] = shared(
    toldTo(facts, reader),
    ROOM - shownBy.length - basisText(facts, reader).length,
  );
  const head = [
    `*${caseLine(facts, reader)}*`,
    `${words.person}${person(facts.accusedId)} · ${words.filedBy}${filer(facts, reader)}`,
    `${words.measure}${measure(facts, reader)}`,
    stepsText(facts, false, reader),
    filedTogether(facts, false, reader),
    together(facts, reader),
    nearby(facts, reader),
    basisText(facts, reader),
    facts.compensates ? words.compensation(limitText(reader)) : '',
    judgedBy(facts, reader),
    ...knownText(facts, reader),
    `*${caseState(facts, reader)}*`,
    heardText(facts, urgent, reader),
    endText(facts, reader),
  ];
  const blocks: KnownBlock[] = [
    section(head.filter(line => line !== '').join('\n')),
    ...sections(`${words.facts}${happened}`),
    ...sections(shownBy),
    ...sections(recommendation(facts, advice, reader)),
    ...sections(decision(facts, reader)),
    ...filesRow(facts.id, facts.evidence, reader),
    ...accusedSaid(facts, answers, appeal, reader),
    ...sections(voidedText(facts, reader)),
  ];
  if (mayHurry) blocks.push(actions('violation.hurry', button(HURRY, words.hearing.hurryButton, String(facts.id))));
  return { text: inWords(caseLine(facts, reader), blocks), blocks };
}

function allEvidence({ evidence, accusedId }: CaseFacts, reader: Reader): string {
  return evidenceText(evidence, accusedId, reader, FULL_ROOM);
}

/** What the accused is told stands in a file of its own. */
type ToAccused = 'violation.hearing' | 'violation.upheld' | 'violation.closed';

export const violationDrawings: Drawings<Exclude<keyof ViolationMessages, ToAccused>> = {
  'violation.outcome'({ facts, setAside }, reader) {
    const { violation: words } = reader.t;
    const name = tierName(facts, reader);
    const state = caseState(facts, reader);
    const outcome = words.outcome(words.number(facts.id), person(facts.accusedId), name, state);
    const text = `${outcome}${cameTo(facts, setAside, reader)}`;
    const more = [...sections(decision(facts, reader)), ...sections(voidedText(facts, reader))];
    return { text, blocks: [section(text), ...more] };
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
    const number = words.number(facts.id);
    const text =
      facts.appeal?.state === 'reduced'
        ? words.appealDecided.reduced(number, name, costsOf(facts, reader))
        : words.appealDecided[facts.appeal?.state === 'approved' ? 'approved' : 'rejected'](number, name);
    return { text, blocks: [section(text), ...sections(appealState(facts, reader))] };
  },
  'violation.nearby'({ facts, others, sum, decidedAs }, reader) {
    const { violation: words, common } = reader.t;
    const { posts, upTo } = levelOf(decidedAs, reader.levels);
    const numbers = common.joinNames(others.map(words.number));
    const [total, limit] = [amountText(sum, reader), amountText(fen(upTo ?? 0), reader)];
    const lines = [
      words.nearby(words.number(facts.id), person(facts.accusedId), tierName(facts, reader), measure(facts, reader)),
      words.nearbySum(numbers, facts.splitDays, total, limit, posts),
    ];
    const hint = words.nearbyHint(facts.id);
    return { text: [...lines, hint].join('\n'), blocks: [section(lines.join('\n')), context(hint)] };
  },
  'violation.notice'({ accusedId, article, rule, date, reversed }, reader) {
    const { violation: words } = reader.t;
    const word = reversed ? words.noticeReversed : words.notice;
    const text = word(person(accusedId), rule === null ? article : articleName(rule, reader), day(date, reader));
    return { text, blocks: [section(text)] };
  },
};

/** What it was upheld with, to somebody who stood for something else. */
function cameTo(facts: CaseFacts, setAside: Step | null, reader: Reader): string {
  const decided = facts.steps.findLast(({ what }) => what === 'decided');
  if (setAside === null || decided === undefined) return '';
  const [to, before] = [decided, setAside].map(step => costsOf({ ...facts, ...step }, reader));
  return reader.t.violation.cameTo[setAside.what === 'recommended' ? 'recommended' : 'asked'](to ?? '', before ?? '');
}

/** How a case, and an appeal against one, are told to whoever decides. */
export const caseTelling: MatterTelling<CaseFacts> = {
  title: (_facts, { t }) => t.violation.titles.case,
  line: caseLine,
  lines: caseLines,
  // Who filed it, perhaps the bot, stands in its lines.
  aboutPerson: true,
  buttons(facts, authority, { levels, t: { violation: words } }) {
    const to = recommendsTo(facts.goesOn, authority, levels);
    return { approve: to === null ? words.uphold : words.recommend(levelOf(to, levels).posts), reject: words.dismiss };
  },
  otherwise: decideOtherwise,
  also: ({ id, evidence }, reader) => filesButton(id, evidence, reader),
  verdicts(facts, authority, { levels, t: { violation: words } }) {
    const to = advisedTo(facts, authority, levels);
    const verdicts = to === null ? words.verdicts.case : words.verdicts.recommendation(to);
    return facts.state === 'excused' ? { ...verdicts, rejected: words.otherwise.verdicts.excused } : verdicts;
  },
};

export const appealTelling: MatterTelling<CaseFacts> = {
  title: (_facts, { t }) => t.violation.titles.appeal,
  line: caseLine,
  // Whoever hears the appeal reads how it was decided, and why.
  lines(facts, reader, most) {
    const lines = [caseLines(facts, reader, most), decision(facts, reader), voidedText(facts, reader)];
    return lines.filter(line => line !== '').join('\n');
  },
  buttons: (_facts, _authority, { t: { violation: words } }) => ({ approve: words.reverse, reject: words.keep }),
  otherwise: reduceOnAppeal,
  also: ({ id, evidence }, reader) => filesButton(id, evidence, reader),
  verdicts: ({ appeal }, _authority, { t: { violation: words } }) =>
    appeal?.state === 'reduced'
      ? { ...words.verdicts.appeal, approved: words.otherwise.verdicts.reduced }
      : words.verdicts.appeal,
};
