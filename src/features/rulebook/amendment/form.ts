/** The form of an amendment: the article as it stands, to be changed; and what stands in its place once it was sent. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { day, type Reader } from '../../../locales/reader.ts';
import { context, option, plain, section, textIn, textInput } from '../../../slack/button.ts';
import type { FormValues } from '../../../slack/command.ts';
import type { Article, Tier } from '../article.ts';
import { articleName } from '../views.ts';
import type { DraftField } from './changes.ts';
import { typedSteps } from './ladder.ts';
import type { AmendmentFacts } from './messages.ts';
import { type Draft, hasFigure, MOST, mostOf } from './rules.ts';
import { amendmentLines } from './views.ts';

/** Block and action ids alike, so that a fault finds its input. */
const idOf = (field: DraftField | 'wordingOnly') => `rulebook.${field}`;
/** Of old and new in the confirmation. */
const ROOM = 8_000;

export interface Begins {
  base: Article;
  today: string;
  /** Sending it signs it. */
  signs: boolean;
}

/** The form; the article's number and version travel in its metadata. */
export function amendForm({ base, today, signs }: Begins, reader: Reader): ModalView {
  const { rulebook, common } = reader.t;
  const { amendment: words } = rulebook;
  const name = articleName(base, reader);
  const isComing = base.inForceFrom > today;
  const blocks: KnownBlock[] = [
    section(signs ? words.beginsSigned(name) : words.begins(name)),
    ...(isComing ? [context(words.coming(base.version, day(base.inForceFrom, reader)))] : []),
    ...LOCALES.map(locale => saidInput('title', locale, base, reader)),
    ...LOCALES.map(locale => saidInput('text', locale, base, reader)),
    ...base.tiers.flatMap((tier, index) => tierInputs(base, tier, index, reader)),
    dayInput(isComing ? base.inForceFrom : today, reader),
    yesInput(idOf('wordingOnly'), [words.wordingLabel, words.wordingYes, words.wordingHint], false),
    textInput({ id: idOf('why'), label: words.whyLabel, hint: words.whyHint, max: MOST.why, multiline: true }),
  ];
  return {
    type: 'modal',
    callback_id: 'rulebook.amend',
    private_metadata: `${base.number} ${base.version}`,
    title: plain(words.formTitle, 24),
    submit: plain(signs ? words.sign : words.send, 24),
    close: plain(common.cancel, 24),
    blocks,
  };
}

/** The article's number and version a form began from. */
export function amendedIn(metadata: string): { number: string; version: number } {
  const [number = '', version = ''] = metadata.split(' ');
  return { number, version: Number(version) };
}

/** What is typed in the form; of more tiers than any article has nothing is read. */
export function draftOf(values: FormValues): Draft {
  const text = (field: DraftField) => textIn(values, idOf(field));
  const ticked = (id: string) => (values[id] ?? []).includes('yes');
  const tiers = Array.from({ length: 40 }, (_, index) => index);
  return {
    title: { 'zh-CN': text('title.zh-CN'), en: text('title.en') },
    text: { 'zh-CN': text('text.zh-CN'), en: text('text.en') },
    figures: tiers.map(index => (idOf(`figure.${index}`) in values ? text(`figure.${index}`) : null)),
    notices: tiers.map(index => ticked(idOf(`notice.${index}`))),
    from: text('from'),
    wordingOnly: ticked(idOf('wordingOnly')),
    why: text('why'),
  };
}

/** The input a refusal speaks about. */
export function fieldOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'amendment.missing':
    case 'amendment.tooLong':
    case 'amendment.badFigure':
    case 'amendment.badStep':
    case 'amendment.textSays':
    case 'amendment.oneLanguage':
    case 'amendment.notOnlyWording':
      return idOf(refusal.params.at);
    case 'amendment.badDay':
      return idOf('from');
    default:
      return idOf('why');
  }
}

/** What was sent to the president, or signed with it. */
export function amendmentSent(facts: AmendmentFacts, reader: Reader): ModalView {
  const { rulebook, common } = reader.t;
  const { amendment: words } = rulebook;
  const { before, inForceFrom } = facts;
  const name = articleName(before, reader);
  const lines = amendmentLines(facts, reader, ROOM).split('\n');
  return {
    type: 'modal',
    callback_id: 'rulebook.amended',
    title: plain(words.formTitle, 24),
    close: plain(common.close, 24),
    blocks: [
      section(inForceFrom === null ? words.sent(name) : words.signedNow(name, day(inForceFrom, reader))),
      ...chunks(lines, 2_900).map(section),
      ...(inForceFrom === null ? [context(words.toWithdraw(before.number))] : []),
    ],
  };
}

function saidInput(what: 'title' | 'text', locale: Locale, base: Article, { t }: Reader): InputBlock {
  const before = base[what][locale];
  return textInput({
    id: idOf(`${what}.${locale}`),
    label: t.rulebook.amendment.parts[what][locale],
    max: Math.min(3_000, mostOf(what, before)),
    initial: before.slice(0, 3_000),
    ...(what === 'text' && { multiline: true as const }),
  });
}

function tierInputs(base: Article, tier: Tier, index: number, reader: Reader): InputBlock[] {
  const { amendment: words, consequences } = reader.t.rulebook;
  const { ladder } = tier;
  if (ladder !== undefined) {
    const initial = typedSteps(ladder, { notice: words.notice, consequences });
    const { steps: label, stepsHint: hint } = words;
    return [textInput({ id: idOf(`figure.${index}`), label, hint, max: 500, initial, multiline: true })];
  }
  const label = base.tiers.length > 1 ? tier.label[reader.locale] : null;
  const { amount, notice } = tier;
  const figure = textInput({
    id: idOf(`figure.${index}`),
    label: label === null ? words.figure : words.figureOf(label),
    hint: words.figureHint,
    max: 30,
    optional: true,
    initial: amount === null ? '' : amount === 'open' ? words.open : String(amount / 100),
  });
  const called = label === null ? words.notice : words.noticeOf(label);
  return [
    ...(hasFigure(base, tier) ? [figure] : []),
    yesInput(idOf(`notice.${index}`), [called, words.noticeYes, ''], notice),
  ];
}

function dayInput(first: string, { t }: Reader): InputBlock {
  const id = idOf('from');
  return {
    type: 'input',
    block_id: id,
    label: plain(t.rulebook.amendment.fromLabel),
    hint: plain(t.rulebook.amendment.fromHint),
    element: { type: 'datepicker', action_id: id, initial_date: first },
  };
}

function yesInput(id: string, [label, text, hint]: readonly [string, string, string], ticked: boolean): InputBlock {
  const yes = option(text, 'yes', hint);
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    element: { type: 'checkboxes', action_id: id, options: [yes], ...(ticked ? { initial_options: [yes] } : {}) },
  };
}
