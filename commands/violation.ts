/** `/violation`: the form, the one line, lists and the catalogue. */

import { LIST_WORDS, pageTyped } from '../src/features/proposal/line.ts';
import { proposalsFor } from '../src/features/proposal/listing.ts';
import { askedSaid } from '../src/features/proposal/views.ts';
import type { Article } from '../src/features/rulebook/article.ts';
import {
  articleNumberIn,
  findArticle,
  inForceOn,
  isFileable,
  searchArticles,
  tierOf,
} from '../src/features/rulebook/rules.ts';
import { articlesFound } from '../src/features/rulebook/views.ts';
import { rulebookIn } from '../src/features/rulebook/workflow.ts';
import { accusedMessage } from '../src/features/violation/accusedViews.ts';
import {
  CASE_FIELDS,
  type CaseDraft,
  draftFrom,
  draftOf,
  enteredIn,
  fieldOf,
} from '../src/features/violation/draft.ts';
import {
  fileCase,
  knownBefore,
  listCases,
  previewCase,
  showCase,
  withdrawCase,
} from '../src/features/violation/filing.ts';
import { articleOption, caseForm, type DraftOutlook } from '../src/features/violation/form.ts';
import { caseToHurry } from '../src/features/violation/hearing.ts';
import { parseViolationLine } from '../src/features/violation/line.ts';
import { caseList } from '../src/features/violation/listViews.ts';
import type { CaseFacts } from '../src/features/violation/messages.ts';
import { filedText, toFileSaid } from '../src/features/violation/routeViews.ts';
import { statistics } from '../src/features/violation/statistics.ts';
import { statisticsSaid } from '../src/features/violation/statisticsViews.ts';
import { sentView } from '../src/features/violation/textForm.ts';
import { caseLine } from '../src/features/violation/textViews.ts';
import { caseInFull } from '../src/features/violation/views.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { halfWidth } from '../src/kernel/halfWidth.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import { numberIn } from '../src/kernel/typedNumber.ts';
import type { Member } from '../src/member/rules.ts';
import type {
  ButtonCall,
  Call,
  Command,
  CommandCall,
  ModalAnswer,
  ModalCall,
  Option,
  OptionsCall,
  Said,
} from '../src/slack/command.ts';

/** A line that can be typed as it stands, for whoever named nobody we know. */
const EXAMPLE = '/violation ⟦@1.9⟧ 1.9 jd absent 9:00-9:20';

/** Who is named, and the rest. */
const PERSON_FIRST = /^(<@[^>]*>|\S*)\s*([\s\S]*)$/u;

const redrawn = ['person', 'article', 'tier', 'date', 'amount', 'count'] as const;

export const violation: Command = {
  name: '/violation',
  words: 'violation',
  run,
  change: changeLine,
  buttons: {
    ...Object.fromEntries(redrawn.map(field => [CASE_FIELDS[field], redrawForm])),
  },
  modals: { 'violation.form': submitForm },
  options: { [CASE_FIELDS.article]: offerArticles },
};

const WORDS: Record<string, (call: CommandCall, rest: string) => Promise<Said | Refusal>> = {
  list,
  列表: list,
  show,
  查看: show,
  withdraw,
  撤回: withdraw,
  stats: figures,
  统计: figures,
  articles: catalogue,
  ...Object.fromEntries(LIST_WORDS.map(word => [word, proposals])),
  条款: catalogue,
};

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const [, first = '', rest = ''] = PERSON_FIRST.exec(call.text) ?? [];
  const word = halfWidth(first).toLowerCase();
  const deed = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (deed !== undefined) return deed(call, rest.trim());
  if (first === '') return openForm(call, null);
  if (/^(?:第|§)?\d/u.test(halfWidth(first)) || articleNumberIn(first) !== undefined) {
    return refuse('violation.personMissing', { text: first });
  }
  const person = await call.mentioned(first, EXAMPLE);
  if (isRefusal(person)) return person;
  return rest === '' ? openForm(call, person) : fileLine(call, person, rest);
}

async function fileLine(call: CommandCall, { id: accusedId }: Member, text: string): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const line = parseViolationLine(asTyped(text), call.typedOn, await bookOf(call), call.office.settings.authorityLimit);
  if (isRefusal(line)) return line;
  const entered = { ...line, accusedId, date: line.date ?? call.typedOn };
  const preview = await previewCase(office, me, entered);
  if (isRefusal(preview)) return preview;
  // Where filing decides, or tells the person at once, the filer looks at it first.
  const understood =
    preview.route.opensAs === 'upheld' || preview.route.opensAs === 'hearing'
      ? toFileSaid(entered, preview, await knownBefore(office, me, entered), reader)
      : null;
  const once = understood === null ? null : call.agreed(understood);
  if (understood !== null && once === null) return { ...understood, asks: true };
  const result = await fileCase(office, me, entered, once);
  return isRefusal(result) ? result : { text: filedText(result.filed, result.preview, reader) };
}

/** Opens the form with what the line says. */
async function changeLine(call: CommandCall, token: string): Promise<Refusal | undefined> {
  const [, who = '', rest = ''] = PERSON_FIRST.exec(call.text) ?? [];
  const person = await call.mentioned(who, EXAMPLE);
  if (isRefusal(person)) return person;
  const book = await bookOf(call);
  const line = parseViolationLine(asTyped(rest), call.typedOn, book, call.office.settings.authorityLimit);
  if (isRefusal(line)) return line;
  const draft = draftFrom(person.id, { ...line, date: line.date ?? call.typedOn });
  const articles = inForceOn(book, draft.date);
  await call.open(caseForm(draft, await outlookOf(call, draft, articles), articles, call.reader, token));
}

async function list(call: CommandCall, rest: string): Promise<Said | Refusal> {
  const about = rest === '' ? null : await call.mentioned(rest, '/violation list ⟦@read⟧');
  if (isRefusal(about)) return about;
  const found = await listCases(call.office, call.me, about);
  return isRefusal(found) ? found : caseList(found, about?.id ?? call.me.id, call.reader);
}

/** What the bot proposes and waits for a decision, by pages. */
async function proposals({ office, me, reader }: CommandCall, rest: string): Promise<Said | Refusal> {
  const list = await proposalsFor(office, me, pageTyped(rest) ?? 0);
  if (!isRefusal(list)) return askedSaid(list, reader);
  return list.code === 'proposal.badPage' ? refuse(list.code, { ...list.params, text: rest }) : list;
}

async function show(call: CommandCall, rest: string): Promise<Said | Refusal> {
  const number = numberIn(rest);
  if (number === undefined) return refuse('violation.numberMissing', { word: 'show', text: rest });
  const found = await showCase(call.office, call.me, number);
  if (isRefusal(found)) return found;
  return found.accusedId === call.me.id && found.filerId !== call.me.id
    ? accusedMessage(found, call.reader)
    : caseInFull(found, call.reader, await mayHurry(call, found));
}

/** Whether they may end its hearing now. */
async function mayHurry({ office, me }: Call, { id, state }: CaseFacts): Promise<boolean> {
  return state === 'hearing' && !isRefusal(await caseToHurry(office, me, id));
}

async function withdraw(call: CommandCall, rest: string): Promise<Said | Refusal> {
  const number = numberIn(rest);
  if (number === undefined) return refuse('violation.numberMissing', { word: 'withdraw', text: rest });
  const taken = await withdrawCase(call.office, call.me, number);
  if (isRefusal(taken)) return taken;
  return { text: call.reader.t.violation.withdrawn(caseLine(taken, call.reader)) };
}

async function figures({ office, me, reader }: CommandCall, rest: string): Promise<Said | Refusal> {
  const year = /^(\d{4})年?$/u.exec(halfWidth(rest))?.[1];
  if (rest !== '' && year === undefined)
    return refuse('violation.badYear', { text: rest, present: Number(todayOf(office).slice(0, 4)) });
  const found = await statistics(office, me, year === undefined ? null : Number(year));
  return isRefusal(found) ? found : statisticsSaid(found, reader);
}

async function catalogue(call: CommandCall, rest: string): Promise<Said> {
  const { reader } = call;
  const articles = inForceOn(await bookOf(call), todayOf(call.office));
  return articlesFound(rest, searchArticles(rest.slice(0, 100), reader.locale, articles), reader);
}

async function openForm(call: CommandCall, person: Member | null): Promise<undefined> {
  const empty = { article: null, tier: null, facts: '', amount: '', count: '', notice: false };
  const draft: CaseDraft = { personId: person?.id ?? null, date: todayOf(call.office), ...empty };
  await call.open(caseForm(draft, { incomplete: 'first' }, [], call.reader));
}

async function redrawForm(call: ButtonCall): Promise<undefined> {
  if (call.view === null) return;
  const draft = draftOf(call.view.values, todayOf(call.office));
  const articles = inForceOn(await bookOf(call), draft.date);
  await call.update(caseForm(draft, await outlookOf(call, draft, articles), articles, call.reader, call.view.metadata));
}

async function submitForm(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const draft = draftOf(call.values, todayOf(call.office));
  const person = await call.mentioned(`<@${draft.personId ?? ''}>`, EXAMPLE);
  if (isRefusal(person)) return { refusal: person, at: CASE_FIELDS.person };
  const articles = inForceOn(await bookOf(call), draft.date);
  const entered = enteredIn(draft, articles);
  // Opened to change a line, it takes that line's confirmation with it.
  const once = call.metadata === '' ? null : call.once(call.metadata);
  const result = isRefusal(entered)
    ? entered
    : await fileCase(office, me, { ...entered, accusedId: person.id, facts: draft.facts }, once);
  if (isRefusal(result)) return { refusal: result, at: fieldOf(result, draft, articles) };
  return { update: sentView(reader.t.violation.formTitle, filedText(result.filed, result.preview, reader), reader) };
}

async function outlookOf(call: Call, draft: CaseDraft, articles: readonly Article[]): Promise<DraftOutlook> {
  const article = draft.article === null ? undefined : findArticle(draft.article, articles);
  if (draft.personId === null || article === undefined) return { incomplete: 'first' };
  const tier = tierOf(article, draft.tier ?? '');
  if (tier === undefined) return { incomplete: 'tier' };
  if (tier.amount === 'open' && draft.amount === '') return { incomplete: 'amount' };
  const person = await call.mentioned(`<@${draft.personId}>`, EXAMPLE);
  if (isRefusal(person)) return person;
  const entered = enteredIn(draft, articles);
  return isRefusal(entered) ? entered : previewCase(call.office, call.me, { ...entered, accusedId: person.id });
}

async function offerArticles(call: OptionsCall): Promise<Option[]> {
  const { query, reader } = call;
  const articles = inForceOn(await bookOf(call), todayOf(call.office));
  return searchArticles(query, reader.locale, articles, reader.t.post.posts)
    .filter(isFileable)
    .map(article => articleOption(article, reader));
}

/** Every version of every article. */
function bookOf({ office }: Call): Promise<Article[]> {
  return rulebookIn(office.database.read);
}

/** A command line arrives with names, channels and links in Slack's signs; kept are the words a person typed. */
function asTyped(text: string): string {
  return text
    .replace(/<[@#][A-Za-z0-9_-]+\|([^>]*)>/gu, (whole, name: string) => `${whole.charAt(1)}${name}`)
    .replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/gu, '$1')
    .replace(/<((?:https?|mailto):[^|>]*)>/gu, '$1');
}
