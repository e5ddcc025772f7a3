/** Lists of proposals: by person, each with what happened, what it would cost, what is known of that day, and its buttons. */
import type { KnownBlock } from '@slack/types';
import { chunks, clip } from '@tiaoli/block-kit';
import { day, moment, nameFor, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import { firstOf } from '../../slack/listed.ts';
import { wordsOf } from '../../slack/typedWords.ts';
import { rungOf } from '../rulebook/ladder.ts';
import { priceOfTier, rungText, tierName, timeText } from '../rulebook/views.ts';
import type { AskedList, DailyList, ProposalFacts, ProposalMessages } from './messages.ts';
import { dayKey } from './rules.ts';

export const FILE = 'proposal.file';
export const EXCUSE = 'proposal.excuse';
export const DROP = 'proposal.drop';
export const SEVERAL = 'proposal.several';
export const TURN = 'proposal.turn';

/** Begins the names of the blocks of buttons: which page they stand on follows. */
const ROW = 'proposal.row';

/** Of the reason of an excuse in a list. */
const MOST_REASON = 200;
/** Lines of those that lapsed. */
const MOST_LAPSED = 10;
/** Of what is known of one day. */
const MOST_KNOWN = 600;

/** The page on which a button stood: its number, and the proposals on it in order. */
export interface Page {
  page: number;
  ids: readonly number[];
}

export const proposalDrawings: Drawings<keyof ProposalMessages> = { 'proposal.list': dailySaid };

function dailySaid(list: DailyList, reader: Reader): Said {
  const { proposal: words, common } = reader.t;
  const { rows, left, lapsed, date, waiting, followedOn } = list;
  const page = { page: 1, ids: rows.map(({ id }) => id) };
  const isOpen = followedOn === null;
  const title = words.title(day(date, reader), waiting);
  const blocks: KnownBlock[] = [section(`*${title}*`), ...rowBlocks(list, page, isOpen, reader)];
  if (isOpen && left > 0) blocks.push(context(words.left(left)));
  if (lapsed.length > 0) {
    const lines = lapsed.map(row => `• ${person(row.memberId)} · ${inLine(row, reader)}`);
    const shown = firstOf(lines, MOST_LAPSED, reader);
    blocks.push(...chunks([`*${words.lapsedTitle}*`, ...shown], 2_900).map(section));
  }
  if (!isOpen) blocks.push(context(words.followed(day(followedOn, reader))));
  else if (waiting > 1) blocks.push(several(page, reader));
  if (isOpen && waiting > 0) blocks.push(context(common.joinSentences([words.hint, words.quiet])));
  return { text: inWords(title, blocks.slice(1)), blocks };
}

/** The same on demand: a page of what waits, with the ways to the others. */
export function askedSaid(list: AskedList, reader: Reader): Said {
  const { proposal: words } = reader.t;
  const { rows, page: number, pages, waiting } = list;
  if (rows.length === 0) return { text: words.empty };
  const page = { page: number, ids: rows.map(({ id }) => id) };
  const title = words.askedTitle(waiting, number, pages);
  const blocks: KnownBlock[] = [section(`*${title}*`), ...rowBlocks(list, page, true, reader)];
  const turns = [
    ...(number > 1 ? [button(`${TURN}.back`, words.back, String(number - 1))] : []),
    ...(number < pages ? [button(`${TURN}.on`, words.on, String(number + 1))] : []),
  ];
  if (waiting > 1) turns.unshift(severalButton(reader));
  if (turns.length > 0) blocks.push(actions(blockOf(page, 'end'), ...turns));
  return { text: inWords(title, blocks.slice(1)), blocks };
}

/** The same in the place of the list in which something was decided. */
export function askedAgain(list: AskedList, reader: Reader): Said {
  return { ...askedSaid(list, reader), replaces: true };
}

/** The page a button stood on, by the name of its block. */
export function pageIn(blockId: string): Page {
  const [, , page = '1', ids = ''] = blockId.split(':');
  return { page: Number(page) || 1, ids: ids === '' ? [] : ids.split('.').map(Number) };
}

/** 'Late for the morning meeting by 5 minutes.' */
export function happened({ kind, parts }: Pick<ProposalFacts, 'kind' | 'parts'>, reader: Reader): string {
  const said = reader.t.proposals[kind] as (...parts: string[]) => string;
  return said(...parts);
}

/** '1.8 Be on time … · ¥50 each time + 1 notice of criticism'. */
export function cost(
  { article, tier, rule, ordinal }: Pick<ProposalFacts, 'article' | 'tier' | 'rule' | 'ordinal'>,
  reader: Reader,
): string {
  const name = tierName({ article, tier, rule }, reader);
  const priced = rule?.tiers.find(({ key }) => key === tier);
  if (priced === undefined) return name;
  const { ladder } = priced;
  const costs =
    ladder === undefined || ordinal === null
      ? priceOfTier(priced, reader)
      : timeText({ article, tier, rule }, ordinal, rungText(rungOf(ladder, ordinal), reader), reader);
  return `${name} · ${costs}`;
}

/** Whether whoever files it says the amount. */
export function isOpenAmount({ tier, rule }: Pick<ProposalFacts, 'tier' | 'rule'>): boolean {
  return rule?.tiers.find(({ key }) => key === tier)?.amount === 'open';
}

/** Without the person: '2026-12-01 (Tue) · what happened · article'. */
export function inLine(row: ProposalFacts, reader: Reader): string {
  return `${day(row.date, reader)} · ${happened(row, reader)} ${cost(row, reader)}`;
}

function rowBlocks(
  { rows, known }: Pick<DailyList, 'rows' | 'known'>,
  page: Page,
  isOpen: boolean,
  reader: Reader,
): KnownBlock[] {
  const { proposal: words } = reader.t;
  return rows.flatMap((row, at) => {
    const [before, after] = [rows[at - 1], rows[at + 1]];
    const lines = [
      ...(before?.memberId === row.memberId ? [] : [`*${person(row.memberId)}*`]),
      `*${day(row.date, reader)}* ${happened(row, reader)}`,
      `${cost(row, reader)}${row.since === null || row.ended !== null ? '' : ` · ${words.since(day(row.since, reader))}`}`,
      ...(row.ended === null ? [] : [endText(row.ended, reader)]),
    ];
    const blocks: KnownBlock[] = [section(lines.join('\n'))];
    const isLast = after === undefined || dayKey(after) !== dayKey(row);
    const told = isLast ? (known.get(dayKey(row)) ?? []).flatMap(tell => tell(reader)) : [];
    if (told.length > 0) blocks.push(context(clip(`${words.known}${told.join(' ')}`, MOST_KNOWN)));
    if (row.ended === null && row.mine && isOpen) blocks.push(rowButtons(row, page, reader));
    return blocks;
  });
}

function rowButtons(row: ProposalFacts, page: Page, reader: Reader): KnownBlock {
  const { proposal: words, common } = reader.t;
  const what = `${nameFor(row.name, reader)} · ${inLine(row, reader)}`;
  const asked = { text: clip(what, 300), deny: common.cancel };
  const file = { title: words.fileTitle, confirm: words.file, ...asked };
  const drop = { title: words.dropTitle, confirm: words.dropShort, ...asked };
  return actions(
    blockOf(page, String(row.id)),
    // Where the amount is open a form asks for it.
    button(FILE, words.file, String(row.id), { style: 'primary', ...(isOpenAmount(row) ? {} : { confirm: file }) }),
    button(EXCUSE, words.excuse, String(row.id)),
    button(DROP, words.drop, String(row.id), { confirm: drop }),
  );
}

function several(page: Page, reader: Reader): KnownBlock {
  return actions(blockOf(page, 'end'), severalButton(reader));
}

function severalButton({ t: { proposal: words } }: Reader) {
  return button(SEVERAL, words.several, 'waiting');
}

/** Unique within a message, and says which page it is. */
function blockOf({ page, ids }: Page, which: string): string {
  return `${ROW}:${which}:${page}:${ids.join('.')}`;
}

/** Who did what with it, and when. */
export function endText(ended: NonNullable<ProposalFacts['ended']>, reader: Reader): string {
  const { proposal: words } = reader.t;
  const { state, by, at, caseId, onBehalfOf, reason } = ended;
  const who = `${by === null ? '' : person(by)}${onBehalfOf === null ? '' : words.inPlaceOf(person(onBehalfOf))}`;
  const said = words.ended[state](who, moment(at, reader), caseId === null ? '' : words.number(caseId));
  return reason === null || reason === ''
    ? said
    : `${said}\n${words.reason(clip(wordsOf(reason, reader), MOST_REASON))}`;
}
