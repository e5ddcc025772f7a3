/** The form for a case: what the article says, costs and who would decide stand below while it is filled in. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { person, type Reader, sentenceFor } from '../../locales/reader.ts';
import { actions, button, context, option, plain, section, textInput } from '../../slack/button.ts';
import type { Article, Tier } from '../rulebook/article.ts';
import { findArticle, tierOf } from '../rulebook/rules.ts';
import { offMark } from '../rulebook/switch/views.ts';
import { articleLabel, articleName, figureOf, priceOfTier, ruleText } from '../rulebook/views.ts';
import { CASE_FIELDS, type CaseDraft, type ChargeDraft, chargeField, tierBlock, tierChoice } from './draft.ts';
import { MAX_FACTS } from './line.ts';
import { MAX_ACCUSED, MAX_BASIS, MAX_CHARGES } from './price.ts';
import { casesText, notFinalText, type Outlook, routesText, timesText, totalsText } from './routeViews.ts';
import { isOpenTo } from './terms.ts';
import { evidenceInput, filesInput } from './textForm.ts';

/** What the draft would come to; `incomplete` names what is still missing. */
export type DraftOutlook = Outlook | { incomplete: 'first' | 'tier' | 'amount' };

/** What the form for a case carries along, unseen. */
export interface Carried {
  /** Of the line it was opened to change, '' for none. */
  token: string;
  /** How many articles it has room for. */
  places: number;
  /** The message it was opened from. */
  message: { channelId: string; ts: string; authorId: string } | null;
}

export const NOTHING_CARRIED: Carried = { token: '', places: 1, message: null };

/** `among`: the articles of the draft's day. */
export function caseForm(
  draft: CaseDraft,
  outlook: DraftOutlook,
  among: readonly Article[],
  reader: Reader,
  carried: Carried = NOTHING_CARRIED,
): ModalView {
  const { violation: words, common } = reader.t;
  const blocks: KnownBlock[] = [peopleInput(draft, reader)];
  const several = draft.charges.length > 1;
  for (const [at, charge] of draft.charges.entries()) blocks.push(...chargeBlocks(charge, at, several, among, reader));
  if (draft.charges.length < MAX_CHARGES)
    blocks.push(
      actions('violation.further', button(ANOTHER, words.incident.another, String(draft.charges.length + 1))),
    );
  blocks.push(
    dateInput(draft, reader),
    factsInput(draft, reader),
    evidenceInput(CASE_FIELDS.evidence, draft.evidence, reader),
    filesInput(CASE_FIELDS.files, reader),
  );
  const { message } = carried;
  if (message !== null) blocks.push(context(words.evidence.from(person(message.authorId))));
  blocks.push({ type: 'divider' });
  blocks.push(...outlookSections(outlook, reader));
  return {
    type: 'modal',
    callback_id: 'violation.form',
    ...(isPlain(carried) ? {} : { private_metadata: JSON.stringify(carried) }),
    title: plain(words.formTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks,
  };
}

/** Asks for room for a further article. */
export const ANOTHER = 'violation.another';

/** What a form carried, as it comes back. */
export function carriedIn(metadata: string): Carried {
  if (metadata === '') return NOTHING_CARRIED;
  return { ...NOTHING_CARRIED, ...(JSON.parse(metadata) as Partial<Carried>) };
}

function isPlain({ token, places, message }: Carried): boolean {
  return token === '' && places === 1 && message === null;
}

/** The fields of one article, and its text below them. */
function chargeBlocks(
  charge: ChargeDraft,
  at: number,
  several: boolean,
  among: readonly Article[],
  reader: Reader,
): KnownBlock[] {
  const article = charge.article === null ? undefined : findArticle(charge.article, among);
  const tier = article === undefined ? undefined : tierOf(article, charge.tier ?? '');
  const blocks: KnownBlock[] = [articleInput(article, at, several, reader)];
  if (article !== undefined && article.tiers.length > 1) blocks.push(tierInput(article, tier, at, reader));
  if (tier !== undefined && isOpenTo(tier)) blocks.push(amountInput(charge, tier, at, reader));
  if (tier?.compensates === true) blocks.push(basisInput(charge, at, reader));
  if (tier?.per === 'item' || tier?.per === 'response') blocks.push(countInput(tier.per, charge, at, reader));
  if (tier !== undefined && !tier.notice) blocks.push(noticeInput(charge, at, reader));
  if (article !== undefined) blocks.push(articleText(article, tier, at, reader));
  return blocks;
}

/** One article as the search of the form offers it. */
export function articleOption(article: Article, reader: Reader): { text: string; value: string; description: string } {
  const mark = offMark(article, reader).trim();
  const description = [mark, figureOf(article, reader)].filter(Boolean).join(' ');
  return { text: articleLabel(article, reader), value: article.number, description };
}

function articleText(article: Article, tier: Tier | undefined, at: number, reader: Reader): KnownBlock {
  const figure = tier === undefined ? figureOf(article, reader) : priceOfTier(tier, reader);
  const lines = [`*${articleName(article, reader)}*`, ruleText(article, reader), `_${figure}_`];
  return { ...section(lines.join('\n')), block_id: at === 0 ? 'violation.text' : `violation.text.${at + 1}` };
}

function outlookSections(outlook: DraftOutlook, reader: Reader): KnownBlock[] {
  return chunks(outlookLines(outlook, reader), 2_900).map((text, at) => ({
    ...section(text),
    block_id: at === 0 ? 'violation.preview' : `violation.preview.${at + 1}`,
  }));
}

function outlookLines(outlook: DraftOutlook, reader: Reader): string[] {
  const { violation: words } = reader.t;
  if ('incomplete' in outlook) {
    return [{ first: words.chooseFirst, tier: words.chooseTier, amount: words.chooseAmount }[outlook.incomplete]];
  }
  if ('code' in outlook) return [`:warning: ${sentenceFor(outlook, reader)}`];
  const cases = outlook.length > 1 ? [`*${words.incident.title(outlook.length)}*`, ...casesText(outlook, reader)] : [];
  const prices = [...cases, ...timesText(outlook, reader), ...notFinalText(outlook, reader)];
  return [...prices, routesText(outlook, words.preview, reader), ...totalsText(outlook, reader)];
}

function peopleInput({ people }: CaseDraft, { t }: Reader): InputBlock {
  const id = CASE_FIELDS.person;
  const chosen = people.length === 0 ? {} : { initial_users: [...people] };
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(t.violation.personLabel),
    element: { type: 'multi_users_select', action_id: id, max_selected_items: MAX_ACCUSED, ...chosen },
  };
}

function articleInput(article: Article | undefined, at: number, several: boolean, reader: Reader): InputBlock {
  const { violation: words } = reader.t;
  const id = chargeField('article', at);
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(several ? words.incident.articleLabel(at + 1) : words.articleLabel),
    element: {
      type: 'external_select',
      action_id: id,
      min_query_length: 0,
      placeholder: plain(words.articlePlaceholder, 150),
      ...(article === undefined ? {} : { initial_option: chosenArticle(article, reader) }),
    },
  };
}

function chosenArticle(article: Article, reader: Reader): PlainTextOption {
  const { text, value, description } = articleOption(article, reader);
  return option(text, value, description);
}

function tierInput(article: Article, tier: Tier | undefined, at: number, reader: Reader): InputBlock {
  const { number } = article;
  const options = article.tiers.map(each =>
    option(each.label[reader.locale], tierChoice(number, each.key), priceOfTier(each, reader)),
  );
  const chosen = options.find(({ value }) => tier !== undefined && value === tierChoice(number, tier.key));
  return {
    type: 'input',
    block_id: tierBlock(number, at),
    dispatch_action: true,
    label: plain(reader.t.violation.tierLabel),
    element: {
      type: 'radio_buttons',
      action_id: chargeField('tier', at),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
}

function dateInput({ date }: CaseDraft, { t }: Reader): InputBlock {
  const id = CASE_FIELDS.date;
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(t.violation.dateLabel),
    element: { type: 'datepicker', action_id: id, initial_date: date },
  };
}

function factsInput({ facts }: CaseDraft, { t: { violation: words } }: Reader): InputBlock {
  return textInput({
    id: CASE_FIELDS.facts,
    label: words.factsLabel,
    hint: words.factsHint,
    max: MAX_FACTS,
    initial: facts,
    multiline: true,
  });
}

function amountInput({ amount }: ChargeDraft, tier: Tier, at: number, { t: { violation: words } }: Reader): InputBlock {
  return textInput({
    id: chargeField('amount', at),
    label: words.amountLabel,
    hint: tier.amount === 'open' ? words.amountHint : words.amountMayHint,
    ...(tier.amount === 'open' ? {} : { optional: true }),
    max: 20,
    initial: amount,
    live: true,
  });
}

function basisInput({ basis }: ChargeDraft, at: number, { t: { violation: words } }: Reader): InputBlock {
  return textInput({
    id: chargeField('basis', at),
    label: words.basisLabel,
    hint: words.basisHint,
    optional: true,
    max: MAX_BASIS,
    initial: basis,
  });
}

function countInput(
  per: 'item' | 'response',
  { count }: ChargeDraft,
  at: number,
  { t: { violation: words } }: Reader,
): InputBlock {
  return textInput({
    id: chargeField('count', at),
    label: words.countLabel[per],
    max: 4,
    initial: count === '' ? '1' : count,
    live: true,
  });
}

function noticeInput({ notice }: ChargeDraft, at: number, { t: { violation: words } }: Reader): InputBlock {
  const id = chargeField('notice', at);
  const yes = option(words.noticeOption, 'yes', words.noticeHint);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(words.noticeLabel),
    element: { type: 'checkboxes', action_id: id, options: [yes], ...(notice ? { initial_options: [yes] } : {}) },
  };
}
