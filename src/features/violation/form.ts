/** The form for a case: what the article says, costs and who would decide stand below while it is filled in. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { sumFen } from '../../kernel/money.ts';
import { amountText } from '../../locales/amount.ts';
import { type Reader, sentenceFor } from '../../locales/reader.ts';
import { option, plain, section, textInput } from '../../slack/button.ts';
import type { Article, Tier } from '../rulebook/article.ts';
import { findArticle, tierOf } from '../rulebook/rules.ts';
import { articleLabel, articleName, figureOf, priceOfTier, ruleText } from '../rulebook/views.ts';
import { CASE_FIELDS, type CaseDraft, tierBlock, tierChoice } from './draft.ts';
import { MAX_FACTS } from './line.ts';
import { type Outlook, routeText } from './routeViews.ts';
import { isOpenTo } from './terms.ts';

/** What the draft would come to; `incomplete` names what is still missing. */
export type DraftOutlook = Outlook | { incomplete: 'first' | 'tier' | 'amount' };

/** `among`: the articles of the draft's day. `token`: of the line it was opened to change, '' for none. */
export function caseForm(
  draft: CaseDraft,
  outlook: DraftOutlook,
  among: readonly Article[],
  reader: Reader,
  token = '',
): ModalView {
  const { violation: words, common } = reader.t;
  const article = draft.article === null ? undefined : findArticle(draft.article, among);
  const tier = article === undefined ? undefined : tierOf(article, draft.tier ?? '');
  const blocks: KnownBlock[] = [personInput(draft, reader), articleInput(article, reader)];
  if (article !== undefined && article.tiers.length > 1) blocks.push(tierInput(article, tier, reader));
  blocks.push(dateInput(draft, reader), factsInput(draft, reader));
  if (tier !== undefined && isOpenTo(tier)) blocks.push(amountInput(draft, tier, reader));
  if (tier?.per === 'item' || tier?.per === 'response') blocks.push(countInput(tier.per, draft, reader));
  if (tier !== undefined && !tier.notice) blocks.push(noticeInput(draft, reader));
  blocks.push({ type: 'divider' });
  if (article !== undefined) blocks.push(articleText(article, tier, reader));
  blocks.push({ ...section(outlookText(outlook, reader)), block_id: 'violation.preview' });
  return {
    type: 'modal',
    callback_id: 'violation.form',
    ...(token === '' ? {} : { private_metadata: token }),
    title: plain(words.formTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks,
  };
}

/** One article as the search of the form offers it. */
export function articleOption(article: Article, reader: Reader): { text: string; value: string; description: string } {
  return { text: articleLabel(article, reader), value: article.number, description: figureOf(article, reader) };
}

function articleText(article: Article, tier: Tier | undefined, reader: Reader): KnownBlock {
  const figure = tier === undefined ? figureOf(article, reader) : priceOfTier(tier, reader);
  const lines = [`*${articleName(article, reader)}*`, ruleText(article, reader), `_${figure}_`];
  return { ...section(lines.join('\n')), block_id: 'violation.text' };
}

function outlookText(outlook: DraftOutlook, reader: Reader): string {
  const { violation: words } = reader.t;
  if ('incomplete' in outlook) {
    return { first: words.chooseFirst, tier: words.chooseTier, amount: words.chooseAmount }[outlook.incomplete];
  }
  if ('code' in outlook) return `:warning: ${sentenceFor(outlook, reader)}`;
  const { amount } = outlook.proposal;
  const { sameIncident } = outlook;
  const lines = [routeText(outlook, words.preview, reader)];
  if (sameIncident > 0) {
    const total = sumFen(amount === null ? [sameIncident] : [sameIncident, amount]);
    lines.push(words.sameIncident(amountText(sameIncident, reader), amountText(total, reader)));
  }
  return lines.join('\n');
}

function personInput({ personId }: CaseDraft, { t }: Reader): InputBlock {
  const id = CASE_FIELDS.person;
  const chosen = personId === null ? {} : { initial_user: personId };
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(t.violation.personLabel),
    element: { type: 'users_select', action_id: id, ...chosen },
  };
}

function articleInput(article: Article | undefined, reader: Reader): InputBlock {
  const { violation: words } = reader.t;
  const id = CASE_FIELDS.article;
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plain(words.articleLabel),
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

function tierInput(article: Article, tier: Tier | undefined, reader: Reader): InputBlock {
  const { number } = article;
  const options = article.tiers.map(each =>
    option(each.label[reader.locale], tierChoice(number, each.key), priceOfTier(each, reader)),
  );
  const chosen = options.find(({ value }) => tier !== undefined && value === tierChoice(number, tier.key));
  return {
    type: 'input',
    block_id: tierBlock(number),
    dispatch_action: true,
    label: plain(reader.t.violation.tierLabel),
    element: {
      type: 'radio_buttons',
      action_id: CASE_FIELDS.tier,
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

function amountInput({ amount }: CaseDraft, tier: Tier, { t: { violation: words } }: Reader): InputBlock {
  return textInput({
    id: CASE_FIELDS.amount,
    label: words.amountLabel,
    hint: tier.amount === 'open' ? words.amountHint : words.amountMayHint,
    ...(tier.amount === 'open' ? {} : { optional: true }),
    max: 20,
    initial: amount,
    live: true,
  });
}

function countInput(per: 'item' | 'response', { count }: CaseDraft, { t: { violation: words } }: Reader): InputBlock {
  return textInput({
    id: CASE_FIELDS.count,
    label: words.countLabel[per],
    max: 4,
    initial: count === '' ? '1' : count,
    live: true,
  });
}

function noticeInput({ notice }: CaseDraft, { t: { violation: words } }: Reader): InputBlock {
  const id = CASE_FIELDS.notice;
  const yes = option(words.noticeOption, 'yes', words.noticeHint);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(words.noticeLabel),
    element: { type: 'checkboxes', action_id: id, options: [yes], ...(notice ? { initial_options: [yes] } : {}) },
  };
}
