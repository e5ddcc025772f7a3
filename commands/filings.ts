/** The form for a case, or for several of one incident: drawn anew with every choice, sent, opened to change a line. */

import type { ModalView } from '@slack/types';
import type { Article } from '../src/features/rulebook/article.ts';
import { findArticle, inForceOn, isFileable, searchArticles, tierOf } from '../src/features/rulebook/rules.ts';
import { rulebookIn } from '../src/features/rulebook/workflow.ts';
import {
  CASE_FIELDS,
  type CaseDraft,
  chargeField,
  chargesIn,
  draftFrom,
  draftOf,
  fieldOf,
  NO_CHARGE,
} from '../src/features/violation/draft.ts';
import { type Evidence, evidenceIn, filed, quotable } from '../src/features/violation/evidence.ts';
import { fileIncident } from '../src/features/violation/filing.ts';
import {
  ANOTHER,
  articleOption,
  type Carried,
  carriedIn,
  caseForm,
  type DraftOutlook,
  NOTHING_CARRIED,
} from '../src/features/violation/form.ts';
import { asTyped, saidOf, typedPeople } from '../src/features/violation/incident.ts';
import { parseViolationLine } from '../src/features/violation/line.ts';
import { MAX_CHARGES } from '../src/features/violation/price.ts';
import { limitIn } from '../src/features/violation/route.ts';
import { incidentText } from '../src/features/violation/routeViews.ts';
import { sentView } from '../src/features/violation/textForm.ts';
import { previewIncident } from '../src/features/violation/weighing.ts';
import { civilOf, todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import { holds, standingOf } from '../src/member/rules.ts';
import { filesIn } from '../src/slack/button.ts';
import type {
  ButtonCall,
  Call,
  Command,
  CommandCall,
  ModalAnswer,
  ModalCall,
  Option,
  OptionsCall,
  ShortcutCall,
} from '../src/slack/command.ts';

/** Of the words of a message, in characters. */
const MAX_QUOTE = 500;

/** People whose names are looked up in it. */
const MAX_MENTIONS = 10;

/** A line that can be typed as it stands, for whoever named nobody we know. */
const EXAMPLE = '/violation ⟦@1.9⟧ 1.9 jd absent 9:00-9:20';

const places = Array.from({ length: MAX_CHARGES }, (_, at) => at);
const redrawn = [
  CASE_FIELDS.person,
  CASE_FIELDS.date,
  ...places.flatMap(at => (['article', 'tier', 'amount', 'count'] as const).map(field => chargeField(field, at))),
];

export const formDoors: Required<Pick<Command, 'change' | 'buttons' | 'modals' | 'options' | 'shortcuts'>> = {
  change: changeLine,
  buttons: { ...Object.fromEntries(redrawn.map(field => [field, redrawForm])), [ANOTHER]: addArticle },
  modals: { 'violation.form': submitForm },
  shortcuts: { 'violation.fromMessage': fileMessage },
  options: Object.fromEntries(places.map(at => [chargeField('article', at), offerArticles])),
};

/** Opens the form with what the line says. */
async function changeLine(call: CommandCall, token: string): Promise<Refusal | undefined> {
  const { people: typed, rest } = typedPeople(call.text);
  const people = await namedIn(call, typed);
  if (isRefusal(people)) return people;
  const line = parseViolationLine(
    asTyped(rest),
    call.typedOn,
    await bookOf(call),
    limitIn(call.office.settings.authority),
  );
  if (isRefusal(line)) return line;
  const draft = draftFrom(people, saidOf(line, call.typedOn, rest));
  await call.open(await drawnForm(call, draft, { ...NOTHING_CARRIED, token, places: draft.charges.length }));
}

async function redrawForm(call: ButtonCall): Promise<undefined> {
  if (call.view === null) return;
  const carried = carriedIn(call.view.metadata);
  await call.update(await drawnForm(call, draftOf(call.view.values, todayOf(call.office), carried.places), carried));
}

/** Gives the form room for one more article. */
async function addArticle(call: ButtonCall): Promise<undefined> {
  if (call.view === null) return;
  const carried = carriedIn(call.view.metadata);
  const places = Math.min(carried.places + 1, MAX_CHARGES);
  await call.update(
    await drawnForm(call, draftOf(call.view.values, todayOf(call.office), places), { ...carried, places }),
  );
}

async function drawnForm(call: Call, draft: CaseDraft, carried: Carried): Promise<ModalView> {
  const articles = inForceOn(await bookOf(call), draft.date);
  return caseForm(draft, await outlookOf(call, draft, articles), articles, call.reader, carried);
}

async function submitForm(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const { token, places, message } = carriedIn(call.metadata);
  const draft = draftOf(call.values, todayOf(call.office), places);
  const people = await peopleOf(call, draft);
  if (isRefusal(people)) return { refusal: people, at: CASE_FIELDS.person };
  const articles = inForceOn(await bookOf(call), draft.date);
  const charges = chargesIn(draft, articles);
  // Opened to change a line, it takes that line's confirmation with it.
  const once = token === '' ? null : call.once(token);
  const { date, facts } = draft;
  const typed = evidenceIn(draft.evidence);
  const files = filesIn(call.values, CASE_FIELDS.files).map(filed);
  const evidence = isRefusal(typed) ? typed : [...(await quotedIn(call, message)), ...typed, ...files];
  const cases = isRefusal(charges)
    ? charges
    : isRefusal(evidence)
      ? evidence
      : await fileIncident(office, me, { accusedIds: people, charges, date, facts, evidence }, once);
  if (isRefusal(cases)) return { refusal: cases, at: fieldOf(cases, draft, articles) };
  return { update: sentView(reader.t.violation.formTitle, incidentText(cases, reader), reader) };
}

/** Opens the form with the author and the words of a message. */
async function fileMessage(call: ShortcutCall): Promise<Refusal | undefined> {
  const { me, office, channelId, reader } = call;
  const { ts, text, authorId } = call.message;
  if (authorId === null) return refuse('violation.noAuthor', {});
  if (authorId === me.id) return refuse('violation.self', {});
  const author = await call.mentioned(`<@${authorId}>`, EXAMPLE);
  if (isRefusal(author)) return author;
  if (author.bot) return refuse('violation.noAuthor', {});
  if (standingOf(author) !== true) return refuse('member.notInDepartment', { id: author.id });
  if (holds(author, ['president'])) return refuse('violation.president', { accusedId: author.id });
  const quote = quotable(await namedText(call, text), MAX_QUOTE);
  const facts = quote === '' ? '' : reader.t.violation.evidence.quoted(quote);
  // It is judged by what was in force when it was written.
  const { date } = civilOf(new Date(Number(ts) * 1_000), office.settings.zone);
  const draft = { people: [author.id], date, facts, evidence: '', charges: [NO_CHARGE] };
  const message = { channelId, ts, authorId: author.id };
  await call.open(caseForm(draft, { incomplete: 'first' }, [], reader, { ...NOTHING_CARRIED, message }));
}

/** The words of a message with the names of those it mentions. */
async function namedText(call: Call, text: string): Promise<string> {
  const ids = new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/gu)].map(([, id = '']) => id));
  let named = text;
  for (const id of [...ids].slice(0, MAX_MENTIONS)) {
    const member = await call.mentioned(`<@${id}>`, EXAMPLE);
    if (!isRefusal(member)) named = named.replace(new RegExp(`<@${id}(?:\\|[^>]*)?>`, 'gu'), () => `@${member.name}`);
  }
  return named;
}

/** The message a form was opened from, as evidence. */
async function quotedIn(call: Call, message: Carried['message']): Promise<Evidence[]> {
  if (message === null) return [];
  const { channelId, ts, authorId } = message;
  return [{ kind: 'message', url: await call.permalink(channelId, ts), text: null, authorId }];
}

/** The members that are named so, or the refusal about the first who is none. */
async function namedIn(call: Call, names: readonly string[]): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const name of names) {
    const person = await call.mentioned(name, EXAMPLE);
    if (isRefusal(person)) return person;
    ids.push(person.id);
  }
  return ids;
}

function peopleOf(call: Call, { people }: CaseDraft): Promise<string[] | Refusal> {
  return namedIn(
    call,
    (people.length === 0 ? [''] : people).map(id => `<@${id}>`),
  );
}

async function outlookOf(call: Call, draft: CaseDraft, articles: readonly Article[]): Promise<DraftOutlook> {
  const { charges: entered, date } = draft;
  const chosen = entered.map(({ article, tier, amount }) => {
    const found = article === null ? undefined : findArticle(article, articles);
    return { article: found, tier: found === undefined ? undefined : tierOf(found, tier ?? ''), amount };
  });
  if (draft.people.length === 0 || chosen.some(({ article }) => article === undefined)) return { incomplete: 'first' };
  if (chosen.some(({ tier }) => tier === undefined)) return { incomplete: 'tier' };
  if (chosen.some(({ tier, amount }) => tier?.amount === 'open' && amount === '')) return { incomplete: 'amount' };
  const people = await peopleOf(call, draft);
  if (isRefusal(people)) return people;
  const charges = chargesIn(draft, articles);
  return isRefusal(charges) ? charges : previewIncident(call.office, call.me, { accusedIds: people, charges, date });
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
