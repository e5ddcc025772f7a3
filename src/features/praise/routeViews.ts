/** Where praises go, as sentences: before filing in the form and the preview, after it in the answer. */

import { chunks, clip } from '@tiaoli/block-kit';
import type { CivilDate } from '../../kernel/civil.ts';
import { type Fen, sumFen } from '../../kernel/money.ts';
import { amountText } from '../../locales/amount.ts';
import { day, person, type Reader } from '../../locales/reader.ts';
import type { Sentences } from '../../locales/sentences.ts';
import { type LevelName, levelOf } from '../../member/post.ts';
import type { Member } from '../../member/rules.ts';
import { section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import type { Route } from './route.ts';
import type { Proposal } from './rules.ts';
import { praiseMeasure } from './views.ts';

/** What filing comes to for one person. */
export interface Filing {
  proposal: Proposal;
  /** As the reader is told of it. */
  told: Route;
  /** Whether they know what else that person was given. */
  whole: boolean;
  sameIncident: Fen;
  approvers: readonly Member[];
}

type RouteWords = Sentences['praise']['preview' | 'wentTo'];

/** Names in one sentence. */
const MOST_NAMES = 10;

/** What filing comes to: what counts together with it, and who decides, by person where that differs. */
export function routeTexts(filings: readonly Filing[], words: RouteWords, reader: Reader): string[] {
  const ofEach = (text: (filing: Filing) => string) => {
    const told = filings.map(filing => ({ who: person(filing.proposal.praisedId), text: text(filing) }));
    const isSame = told.every(({ text }) => text === told[0]?.text);
    return (isSame ? told.slice(0, 1).map(({ text }) => text) : told.map(byName)).filter(line => line !== '');
  };
  const byName = ({ who, text }: { who: string; text: string }) =>
    text === '' ? '' : reader.t.praise.forOne(who, text);
  return [...ofEach(filing => together(filing, reader)), ...ofEach(filing => routeText(filing, words, reader))];
}

/** What praises that filing would grant come to, before they are filed. */
export function toFileSaid(
  entered: { date: CivilDate; why: string },
  filings: readonly Filing[],
  reader: Reader,
): Said {
  const { praise: words, common } = reader.t;
  const [first] = filings;
  const names = common.joinNames(filings.map(({ proposal }) => person(proposal.praisedId)));
  const lines = [
    `*${words.toFile(names)}*`,
    `${words.date}${day(entered.date, reader)}`,
    `${words.measure}${first === undefined ? '' : eachMeasure(first.proposal, filings.length, reader)}`,
    ...routeTexts(filings, words.preview, reader),
  ];
  const why = `${words.why}${clip(wordsOf(entered.why, reader), 2_500)}`;
  return { text: [...lines, why].join('\n'), blocks: [...chunks(lines, 2_900).map(section), section(why)] };
}

/** The answer to filing: numbers, people, what goes with it, and where it went. */
export function filedText(filed: readonly { id: number; preview: Filing }[], reader: Reader): string {
  const { praise: words, common } = reader.t;
  const names = filed.map(({ id, preview }) => words.named(person(preview.proposal.praisedId), words.number(id)));
  const [first] = filed;
  const measure = first === undefined ? '' : eachMeasure(first.preview.proposal, filed.length, reader);
  const previews = filed.map(({ preview }) => preview);
  return [words.filed(common.joinNames(names), measure), ...routeTexts(previews, words.wentTo, reader)].join('\n');
}

function eachMeasure(proposal: Proposal, count: number, reader: Reader): string {
  const measure = praiseMeasure(proposal, reader);
  return count > 1 ? reader.t.praise.each(measure) : measure;
}

/** One sentence: granted by filing, or who is asked. */
function routeText({ told, whole, approvers, proposal }: Filing, words: RouteWords, reader: Reader): string {
  const { opensAs, onBehalfOf, steps } = told;
  if (opensAs === 'granted') return onBehalfOf === null ? words.decided : words.decidedFor(person(onBehalfOf));
  const { praise, common } = reader.t;
  const names = approvers.slice(0, MOST_NAMES).map(({ id }) => person(id));
  const [first, ...later] = steps;
  const postsOf = (authority: LevelName) => levelOf(authority, reader.levels).posts;
  const asked = names.length === 0 ? praise.nobody(postsOf(first?.authority ?? 'president')) : common.joinNames(names);
  if (opensAs === 'recommended') return words.recommends(asked);
  if (first?.authority === 'president') return words.president(asked);
  const one = names.length === 1;
  // How far an amount goes may tell of other praises.
  if (!whole && proposal.amount !== null && steps.at(-1)?.authority !== 'president')
    return (one ? words.firstOne : words.first)(asked);
  const after = later.map(({ authority }) => postsOf(authority));
  if (first?.settles === false) return (one ? words.oneThen : words.leaderThen)(asked, after);
  return one ? words.president(asked) : words.leader(asked);
}

function together({ sameIncident, proposal }: Filing, reader: Reader): string {
  const { praise: words } = reader.t;
  if (sameIncident === 0 || proposal.amount === null) return '';
  const total = sumFen([sameIncident, proposal.amount]);
  return words.sameIncident(amountText(sameIncident, reader), amountText(total, reader));
}
