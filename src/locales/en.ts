/** Every sentence of the house in English, put together from one file per noun. */
import * as approval from './en/approval.ts';
import * as attendance from './en/attendance.ts';
import * as calendar from './en/calendar.ts';
import * as doctor from './en/doctor.ts';
import * as guide from './en/guide.ts';
import * as help from './en/help.ts';
import { house } from './en/house.ts';
import * as leave from './en/leave.ts';
import * as me from './en/me.ts';
import * as meeting from './en/meeting.ts';
import * as member from './en/member.ts';
import * as record from './en/record.ts';
import * as trouble from './en/trouble.ts';
import * as violation from './en/violation.ts';
import type { Sentences } from './reader.ts';

export const en: Sentences = {
  common: house,
  approval: approval.words,
  attendance: attendance.words,
  calendar: calendar.words,
  doctor: doctor.words,
  guide: guide.words,
  help: help.words,
  leave: leave.words,
  me: me.words,
  meeting: meeting.words,
  member: member.words,
  record: record.words,
  trouble: trouble.words,
  violation: violation.words,
  /** For `/help`, the manifest and the local menu. */
  commands: {
    ...approval.commands,
    ...attendance.commands,
    ...calendar.commands,
    ...leave.commands,
    ...me.commands,
    ...meeting.commands,
    ...member.commands,
    ...violation.commands,
    ...help.commands,
  },
  refusals: {
    ...approval.refusals,
    ...attendance.refusals,
    ...calendar.refusals,
    ...leave.refusals,
    ...meeting.refusals,
    ...member.refusals,
    ...violation.refusals,
    ...help.refusals,
  },
};
