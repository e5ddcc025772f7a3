/** `/leave` and `/trip`: one form and one line each, my list, giving back, and the papers of an emergency. */

import { LEAVE_FIELDS, type LeaveDraft, leaveForm, leaveSent } from '../src/features/leave/form.ts';
import { type LeaveCommand, parseLeaveLine } from '../src/features/leave/line.ts';
import { listLeaves } from '../src/features/leave/reading.ts';
import { isLeaveKind, type LeaveRequest, mayBeEmergency } from '../src/features/leave/rules.ts';
import { givenBackText, leaveList, requestedText } from '../src/features/leave/views.ts';
import {
  earliestLeave,
  giveBackLeave,
  handInPapers,
  leaveOfLength,
  previewLeave,
  requestLeave,
} from '../src/features/leave/workflow.ts';
import { type CivilDate, todayOf } from '../src/kernel/civil.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import { textIn } from '../src/slack/button.ts';
import type {
  ButtonCall,
  Call,
  Command,
  CommandCall,
  FormValues,
  ModalAnswer,
  ModalCall,
  Said,
} from '../src/slack/command.ts';

export const leave: Command = {
  name: '/leave',
  words: 'leave',
  run: call => run('/leave', call),
  formOn,
  buttons: {
    [LEAVE_FIELDS.kind]: redrawForm,
    [LEAVE_FIELDS.from]: redrawForm,
    [LEAVE_FIELDS.fromHalf]: redrawForm,
    [LEAVE_FIELDS.to]: redrawForm,
    [LEAVE_FIELDS.toHalf]: redrawForm,
    [LEAVE_FIELDS.emergency]: redrawForm,
    'leave.papersIn': papersIn,
  },
  modals: { 'leave.form': submitForm },
};

/** The same form and rules under its own name, as people look for it; handlers are registered once, above. */
export const trip: Command = { name: '/trip', words: 'trip', run: call => run('/trip', call), formOn };

function formOn(date: CivilDate): string {
  return `form ${date}`;
}

async function run(command: LeaveCommand, call: CommandCall): Promise<Said | Refusal | undefined> {
  const { office, me, reader } = call;
  const line = parseLeaveLine(command, call.text, todayOf(call.office));
  if (isRefusal(line)) return line;
  if (line.what === 'form') return openForm(command, call, line.from);
  if (line.what === 'list') return leaveList(await listLeaves(office, me), reader);
  if (line.what === 'cancel') {
    const result = await giveBackLeave(office, me, line.id);
    return isRefusal(result) ? result : { text: givenBackText(result, reader) };
  }
  const { lasting } = line;
  const request = lasting === undefined ? line.request : await leaveOfLength(office, line.request, lasting);
  if (isRefusal(request)) return request;
  const result = await requestLeave(office, me, request);
  return isRefusal(result) ? result : { text: requestedText(result.leave, result.approvers, reader) };
}

async function openForm(command: LeaveCommand, call: CommandCall, wanted: CivilDate | undefined): Promise<undefined> {
  const kind = command === '/trip' ? 'trip' : 'annual';
  // A form that opens with a fault in it teaches nothing, but a day that was asked for is shown as it stands.
  const from = wanted ?? (await earliestLeave(call.office, kind));
  const halves = { fromHalf: 'am', toHalf: 'pm' } as const;
  const draft: LeaveDraft = { command, kind, from, to: null, ...halves, reason: '', emergency: false };
  await call.open(leaveForm(draft, await outcomeOf(call, draft), call.reader));
}

async function redrawForm(call: ButtonCall): Promise<undefined> {
  if (call.view === null) return;
  const draft = draftOf(call.view.metadata, call.view.values, todayOf(call.office));
  await call.update(leaveForm(draft, await outcomeOf(call, draft), call.reader));
}

async function submitForm(call: ModalCall): Promise<ModalAnswer> {
  const { office, me, reader } = call;
  const draft = draftOf(call.metadata, call.values, todayOf(call.office));
  const result = await requestLeave(office, me, requestOf(draft));
  if (isRefusal(result)) return { refusal: result, at: fieldOf(result) };
  return { update: leaveSent(requestedText(result.leave, result.approvers, reader), draft.command, reader) };
}

async function papersIn(call: ButtonCall): Promise<Said | Refusal> {
  const result = await handInPapers(call.office, call.me, Number(call.value) || 0);
  return isRefusal(result) ? result : { text: call.reader.t.leave.papersThanks };
}

function outcomeOf(call: Call, draft: LeaveDraft) {
  return previewLeave(call.office, call.me, requestOf(draft));
}

function requestOf({ kind, from, fromHalf, to, toHalf, reason, emergency }: LeaveDraft): LeaveRequest {
  return { kind, span: { from, fromHalf, to: to ?? from, toHalf }, reason, emergency };
}

function draftOf(metadata: string, values: FormValues, fallback: string): LeaveDraft {
  const text = (id: string) => textIn(values, id);
  const kind = text(LEAVE_FIELDS.kind);
  const command = metadata === '/trip' ? '/trip' : '/leave';
  const chosen = command === '/trip' ? 'trip' : isLeaveKind(kind) ? kind : 'annual';
  const from = text(LEAVE_FIELDS.from) || fallback;
  return {
    command,
    kind: chosen,
    from,
    fromHalf: text(LEAVE_FIELDS.fromHalf) === 'pm' ? 'pm' : 'am',
    to: text(LEAVE_FIELDS.to) || null,
    toHalf: text(LEAVE_FIELDS.toHalf) === 'am' ? 'am' : 'pm',
    reason: text(LEAVE_FIELDS.reason).trim(),
    emergency: mayBeEmergency(chosen) && (values[LEAVE_FIELDS.emergency] ?? []).includes('yes'),
  };
}

/** The input a refusal speaks about. */
function fieldOf({ code }: Refusal): string {
  if (code === 'leave.endBeforeStart' || code === 'leave.tooLong') return LEAVE_FIELDS.to;
  if (code === 'leave.reasonMissing' || code === 'leave.reasonTooLong') return LEAVE_FIELDS.reason;
  return LEAVE_FIELDS.from;
}
