/** `/violation`: the one line, lists and the catalogue; what is filled in stands in `filings.ts`. */

import { LIST_WORDS, pageTyped } from '../src/features/proposal/line.ts';
import { proposalsFor } from '../src/features/proposal/listing.ts';
import { askedSaid } from '../src/features/proposal/views.ts';
import type { Article } from '../src/features/rulebook/article.ts';
import { articleNumberIn, inForceOn, searchArticles } from '../src/features/rulebook/rules.ts';
import { articlesFound } from '../src/features/rulebook/views.ts';
import { rulebookIn } from '../src/features/rulebook/workflow.ts';
import { accusedMessage } from '../src/features/violation/accusedViews.ts';
import { NO_CHARGE } from '../src/features/violation/draft.ts';
import { given } from '../src/features/violation/evidence.ts';
import { fileIncident, listCases, showCase, withdrawCase } from '../src/features/violation/filing.ts';
import { caseForm } from '../src/features/violation/form.ts';
import { caseToHurry } from '../src/features/violation/hearing.ts';
import { asTyped, saidOf, typedPeople } from '../src/features/violation/incident.ts';
import { parseViolationLine } from '../src/features/violation/line.ts';
import { caseList } from '../src/features/violation/listViews.ts';
import type { CaseFacts } from '../src/features/violation/messages.ts';
import { limitIn } from '../src/features/violation/route.ts';
import { incidentText, toFileSaid } from '../src/features/violation/routeViews.ts';
import type { CaseDeed } from '../src/features/violation/rules.ts';
import { statistics } from '../src/features/violation/statistics.ts';
import { statisticsSaid } from '../src/features/violation/statisticsViews.ts';
import { caseLine } from '../src/features/violation/textViews.ts';
import { caseInFull } from '../src/features/violation/views.ts';
import { knownBefore, previewIncident } from '../src/features/violation/weighing.ts';
import { todayOf } from '../src/kernel/civil.ts';
import { halfWidth } from '../src/kernel/halfWidth.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import { numberIn } from '../src/kernel/typedNumber.ts';
import type { Call, Command, CommandCall, Said } from '../src/slack/command.ts';

/** A line that can be typed as it stands, for whoever named nobody we know. */
const EXAMPLE = '/violation ⟦@1.9⟧ 1.9 jd absent 9:00-9:20';

/** The first word, and the rest. */
const FIRST_WORD = /^(<@[^>]*>|\S*)\s*([\s\S]*)$/u;

export const violation: Command = {
  name: '/violation',
  words: 'violation',
  run,
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

/** What people type for what the buttons of a case do. */
const BY_BUTTON: Readonly<Record<CaseDeed, readonly string[]>> = {
  appeal: ['appeal', '申诉', '上诉'],
  answer: ['answer', 'explain', 'reply', 'respond', '说明', '说明情况', '解释', '回复', '答复', '申辩'],
  accept: ['accept', 'admit', '接受', '承认', '认可'],
  decide: ['decide', 'uphold', 'dismiss', 'approve', 'reject', '决定', '成立', '不成立', '批准', '驳回'],
  takeBack: ['undo', 'revoke', 'cancel', 'delete', 'void', '收回', '撤销', '取消', '删除', '作废'],
};

async function run(call: CommandCall): Promise<Said | Refusal | undefined> {
  const [, first = '', rest = ''] = FIRST_WORD.exec(call.text) ?? [];
  const word = halfWidth(first).toLowerCase();
  const deed = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (deed !== undefined) return deed(call, rest.trim());
  if (first === '') return openForm(call, []);
  const byButton = Object.entries(BY_BUTTON).find(([, words]) => words.includes(word))?.[0] as CaseDeed | undefined;
  if (byButton !== undefined) return refuse('violation.byButton', { deed: byButton, number: numberIn(rest) ?? null });
  if (/^(?:第|§)?\d/u.test(halfWidth(first)) || articleNumberIn(first) !== undefined) {
    return refuse('violation.personMissing', { text: first });
  }
  const { people, rest: behind } = typedPeople(call.text);
  const accusedIds: string[] = [];
  for (const text of people) {
    const person = await call.mentioned(text, EXAMPLE);
    if (isRefusal(person)) return person;
    accusedIds.push(person.id);
  }
  return behind === '' ? openForm(call, accusedIds) : fileLine(call, accusedIds, behind);
}

async function fileLine(call: CommandCall, accusedIds: readonly string[], text: string): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const line = parseViolationLine(
    asTyped(text),
    call.typedOn,
    await bookOf(call),
    limitIn(call.office.settings.authority),
  );
  if (isRefusal(line)) return line;
  const entered = { accusedIds, ...saidOf(line, call.typedOn, text) };
  const evidence = given(entered.evidence);
  if (isRefusal(evidence)) return evidence;
  const previews = await previewIncident(office, me, entered);
  if (isRefusal(previews)) return previews;
  // Where filing decides, tells the person at once or files several, the filer looks at it first.
  const acts = previews.some(({ route }) => route.opensAs === 'upheld' || route.opensAs === 'hearing');
  const understood =
    acts || previews.length > 1 ? toFileSaid(entered, previews, await knownBefore(office, me, entered), reader) : null;
  const once = understood === null ? null : call.agreed(understood);
  if (understood !== null && once === null) return { ...understood, asks: true };
  const filed = await fileIncident(office, me, entered, once);
  return isRefusal(filed) ? filed : { text: incidentText(filed, reader) };
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

async function openForm(call: CommandCall, people: readonly string[]): Promise<undefined> {
  const draft = { people, date: todayOf(call.office), facts: '', evidence: '', charges: [NO_CHARGE] };
  await call.open(caseForm(draft, { incomplete: 'first' }, [], call.reader));
}

/** Every version of every article. */
function bookOf({ office }: Call): Promise<Article[]> {
  return rulebookIn(office.database.read);
}
