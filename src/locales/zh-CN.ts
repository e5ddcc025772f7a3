/** Every sentence of the house in simplified Chinese, put together from one file per noun. */
import * as approval from './zh-CN/approval.ts';
import * as attendance from './zh-CN/attendance.ts';
import * as calendar from './zh-CN/calendar.ts';
import * as doctor from './zh-CN/doctor.ts';
import * as guide from './zh-CN/guide.ts';
import * as help from './zh-CN/help.ts';
import { house } from './zh-CN/house.ts';
import * as leave from './zh-CN/leave.ts';
import * as me from './zh-CN/me.ts';
import * as meeting from './zh-CN/meeting.ts';
import * as member from './zh-CN/member.ts';
import * as record from './zh-CN/record.ts';
import * as trouble from './zh-CN/trouble.ts';
import * as violation from './zh-CN/violation.ts';

export const zhCN = {
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
