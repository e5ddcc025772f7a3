/** What the member a case is about presses, and who cannot wait: accept, answer, appeal, decide without waiting. */

import { ACCEPT, ANSWER, APPEAL } from '../src/features/violation/accusedViews.ts';
import { answerCase, appealCase, mayAnswerNow, mayAppealNow } from '../src/features/violation/answer.ts';
import { type Evidence, evidenceIn, filed } from '../src/features/violation/evidence.ts';
import { FILES, filesOf, filesSaid } from '../src/features/violation/evidenceViews.ts';
import { showCase } from '../src/features/violation/filing.ts';
import { acceptCase, caseToHurry, endEarly } from '../src/features/violation/hearing.ts';
import {
  ANSWER_EVIDENCE,
  ANSWER_FILES,
  sentView,
  type TextKind,
  textField,
  textForm,
} from '../src/features/violation/textForm.ts';
import { caseLine } from '../src/features/violation/textViews.ts';
import { HURRY } from '../src/features/violation/views.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { numberIn } from '../src/kernel/typedNumber.ts';
import { filesIn, textIn } from '../src/slack/button.ts';
import type { ButtonCall, Command, ModalAnswer, ModalCall, Said } from '../src/slack/command.ts';

export const hearingDoors: Required<Pick<Command, 'buttons' | 'modals'>> = {
  buttons: {
    [ACCEPT]: accept,
    [ANSWER]: call => openText('answer', call),
    [APPEAL]: call => openText('appeal', call),
    [HURRY]: call => openText('hurry', call),
    [FILES]: giveFiles,
  },
  modals: {
    'violation.answerForm': submitAnswer,
    'violation.appealForm': submitAppeal,
    'violation.hurryForm': submitHurry,
  },
};

async function accept(call: ButtonCall): Promise<Said | Refusal> {
  const { violation: words } = call.reader.t;
  const accepted = await acceptCase(call.office, call.me, numberIn(call.value) ?? 0);
  return isRefusal(accepted) ? accepted : { text: words.hearing.acceptSent(words.number(accepted.id)) };
}

async function openText(kind: TextKind, call: ButtonCall): Promise<Refusal | undefined> {
  const number = numberIn(call.value) ?? 0;
  const may = await { answer: mayAnswerNow, appeal: mayAppealNow, hurry: caseToHurry }[kind](
    call.office,
    call.me,
    number,
  );
  if (isRefusal(may)) return may;
  const facts = await showCase(call.office, call.me, number);
  if (isRefusal(facts)) return facts;
  const to = typeof may === 'object' && 'to' in may ? may.to : [];
  await call.open(textForm(kind, String(number), caseLine(facts, call.reader), call.reader, to));
}

async function submitAnswer(call: ModalCall): Promise<ModalAnswer> {
  const { violation: words } = call.reader.t;
  const evidence = addedIn(call);
  if (isRefusal(evidence)) return { refusal: evidence, at: ANSWER_EVIDENCE };
  const text = textIn(call.values, textField('answer'));
  const result = await answerCase(call.office, call.me, numberIn(call.metadata) ?? 0, text, evidence);
  if (isRefusal(result)) return { refusal: result, at: placeOf(result, 'answer') };
  const sent = result.decided ? words.answerSent : words.hearing.answered;
  return { update: sentView(words.answerTitle, sent, call.reader) };
}

/** What they add as evidence, links and words and files. */
function addedIn(call: ModalCall): Evidence[] | Refusal {
  const evidence = evidenceIn(textIn(call.values, ANSWER_EVIDENCE));
  return isRefusal(evidence) ? evidence : [...evidence, ...filesIn(call.values, ANSWER_FILES).map(filed)];
}

function placeOf({ code }: Refusal, kind: TextKind): string {
  return code.startsWith('violation.evidence') ? ANSWER_EVIDENCE : textField(kind);
}

/** Gives the files of a case to whoever may look into it, one after the other. */
async function giveFiles(call: ButtonCall): Promise<Said | Refusal | undefined> {
  const number = numberIn(call.value) ?? 0;
  const facts = await showCase(call.office, call.me, number);
  if (isRefusal(facts)) return facts;
  const told: Parameters<typeof filesSaid>[0][number][] = [];
  for (const file of filesOf(facts.evidence)) told.push({ name: file.name, came: await call.passOn(file) });
  // Pressed in direct messages, the files themselves are the answer.
  const seen = call.channelId.startsWith('D');
  const text = filesSaid(told, seen, number, call.reader);
  return text === '' ? undefined : { text };
}

async function submitHurry(call: ModalCall): Promise<ModalAnswer> {
  const { violation: words } = call.reader.t;
  const reason = textIn(call.values, textField('hurry'));
  const ended = await endEarly(call.office, call.me, numberIn(call.metadata) ?? 0, reason);
  if (isRefusal(ended)) return { refusal: ended, at: textField('hurry') };
  const text = words.hearing.hurrySent(words.number(ended.id));
  return { update: sentView(words.hearing.hurryTitle, text, call.reader) };
}

async function submitAppeal(call: ModalCall): Promise<ModalAnswer> {
  const { violation: words } = call.reader.t;
  const evidence = addedIn(call);
  if (isRefusal(evidence)) return { refusal: evidence, at: ANSWER_EVIDENCE };
  const text = textIn(call.values, textField('appeal'));
  const result = await appealCase(call.office, call.me, numberIn(call.metadata) ?? 0, text, evidence);
  if (isRefusal(result)) return { refusal: result, at: placeOf(result, 'appeal') };
  return { update: sentView(words.appealTitle, words.appealSent(result.to), call.reader) };
}
