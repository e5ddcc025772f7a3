/** Draws the ledger: a month of everybody, one's own, and the table for payroll. */
import { chunks } from '@tiaoli/block-kit';
import { fen } from '../../kernel/money.ts';
import { amountText } from '../../locales/amount.ts';
import { moment, nameFor, person, type Reader } from '../../locales/reader.ts';
import { actions, button, context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import type { SheetFile } from '../../slack/sheetFile.ts';
import type { LedgerFacts, LedgerMessages, OwnMonth } from './messages.ts';
import { type Item, type Kind, type PersonMonth, totalOf } from './rules.ts';

/** The buttons' action ids. Their value is the month, and of what is signed the mark of the list that was shown. */
export const SIGN = 'ledger.sign';
export const EXPORT = 'ledger.export';

/** What a press on *Sign* says. */
export function signedIn(value: string): { month: string; mark: string } {
  const [month = '', mark = ''] = value.split(':');
  return { month, mark };
}

export const ledgerDrawings: Drawings<keyof LedgerMessages> = { 'ledger.month': ledgerSaid };

/** A month of everybody, with what the reader may do. */
export function ledgerSaid(facts: LedgerFacts, reader: Reader): Said {
  const { ledger: words } = reader.t;
  const { month, state, people, terms, may, mark } = facts;
  if (people.length === 0) return { text: words.none(month) };
  const title = words.title(month, state);
  const lines = people.map(one => `• ${personLine(one, reader)}`);
  const total = [words.total(people.length), ...figures(totalOf(people), reader)].join(' · ');
  const cap = terms.cap === null ? [] : [words.cap(amountText(fen(terms.cap), reader))];
  const foot = [...signatures(facts, reader), reader.t.common.joinSentences([...cap, words.law])];
  const blocks = [...chunks([...lines, total], 2_900).map(section), context(foot.join('\n'))];
  const sure = { title: title.slice(0, 100), text: words.signSure, confirm: words.signNow, deny: words.notYet };
  const buttons =
    may === 'sign'
      ? [actions('ledger.deed', button(SIGN, words.sign, `${month}:${mark}`, { style: 'primary', confirm: sure }))]
      : may === 'export'
        ? [actions('ledger.deed', button(EXPORT, words.export, month))]
        : [];
  return { text: inWords(title, blocks), blocks: [section(`*${title}*`), ...blocks, ...buttons] };
}

/** '<@U1> · fines ¥200 · balance -¥200 (case 3, 5)'. */
function personLine(one: PersonMonth, reader: Reader): string {
  const { ledger: words, common } = reader.t;
  const sources = (['case', 'praise'] as const).flatMap(noun => {
    // An item that takes back an earlier month's is no new case.
    return ([words.sources, words.backs] as const).flatMap((said, at) => {
      const numbers = one.items.flatMap(item => {
        return item.noun === noun && item.amount < 0 === (at === 1) ? [String(item.sourceId)] : [];
      });
      return numbers.length === 0 ? [] : said[noun](common.joinNames([...new Set(numbers)]));
    });
  });
  const parts = [person(one.memberId), ...figures(one, reader), sources.join(common.comma)];
  return parts.filter(part => part !== '').join(' · ');
}

/** What is not nothing, and the balance. */
function figures(one: Omit<PersonMonth, 'memberId' | 'items'>, reader: Reader): string[] {
  const { ledger: words } = reader.t;
  const amounts: [Kind, number][] = [
    ['deduction', one.deductions],
    ['incentive', one.incentives],
    ['compensation', one.compensation],
  ];
  const parts = amounts.flatMap(([kind, amount]) =>
    amount === 0 ? [] : words.part(words.kind(kind, true), money(amount, reader)),
  );
  if (one.carriedIn > 0) parts.push(words.carriedIn(money(one.carriedIn, reader)));
  if (one.carriedIn + one.carriedOut > 0) parts.push(words.charged(money(one.charged, reader)));
  if (one.carriedOut > 0) parts.push(words.carriedOut(money(one.carriedOut, reader)));
  return [...parts, words.net(money(one.net, reader))];
}

function signatures({ checked, signed, exported }: LedgerFacts, reader: Reader): string[] {
  const { ledger: words } = reader.t;
  return [
    ...(checked === null ? [] : [words.checked(person(checked.by), moment(checked.at, reader))]),
    ...(signed === null ? [] : [words.signed(person(signed.by), moment(signed.at, reader))]),
    ...(exported === null ? [] : [words.exported(person(exported.by), moment(exported.at, reader))]),
  ];
}

/** A month of one's own: every line with its number. */
export function ownLedgerSaid({ month, mine, terms }: OwnMonth, reader: Reader): Said {
  const { ledger: words } = reader.t;
  if (mine === null) return { text: words.ownNone(month) };
  const title = words.ownTitle(month);
  const lines = mine.items.map(item => `• ${itemLine(item, reader)}`);
  const cap = terms.cap === null ? [] : [words.cap(amountText(fen(terms.cap), reader))];
  const sum = figures(mine, reader).join(' · ');
  const blocks = [...chunks([...lines, sum], 2_900).map(section), ...cap.map(context)];
  return { text: inWords(title, blocks), blocks: [section(`*${title}*`), ...blocks] };
}

function itemLine({ noun, sourceId, kind, amount }: Item, reader: Reader): string {
  const { ledger: words } = reader.t;
  const label = words.kind(kind, false);
  const back = amount < 0 ? words.takesBack : '';
  return `${words.sources[noun](String(sourceId))} · ${words.part(label, money(amount, reader))}${back}`;
}

/** This month and the one before in somebody's own record; nothing where there is nothing. */
export function ownLedgerLines(months: readonly OwnMonth[], reader: Reader): string[][] {
  const { own: words } = reader.t.ledger;
  const lines = months.flatMap(({ month, mine }) =>
    mine === null ? [] : `• ${[month, ...figures(mine, reader)].join(' · ')}`,
  );
  return lines.length === 0 ? [] : [[`*${words.title}*`, ...lines, words.hint]];
}

/** The table for payroll; names as in Slack, amounts in yuan. */
export function ledgerSheet(facts: LedgerFacts, names: ReadonlyMap<string, string>, reader: Reader): SheetFile {
  const { sheet } = reader.t.ledger;
  const numbers = (items: readonly Item[], noun: Item['noun']) =>
    items.flatMap(item => (item.noun === noun ? [String(item.sourceId)] : [])).join(', ');
  return {
    name: sheet.file(facts.month),
    title: sheet.title(facts.month),
    head: sheet.head,
    rows: facts.people.map(one => [
      nameFor(names.get(one.memberId) ?? one.memberId, reader),
      facts.month,
      one.deductions / 100,
      one.incentives / 100,
      one.compensation / 100,
      one.carriedIn / 100,
      one.carriedOut / 100,
      one.net / 100,
      numbers(one.items, 'case'),
      numbers(one.items, 'praise'),
    ]),
  };
}

/** '¥50', '-¥50'. */
function money(amount: number, reader: Reader): string {
  return `${amount < 0 ? '-' : ''}${amountText(fen(Math.abs(amount)), reader)}`;
}
