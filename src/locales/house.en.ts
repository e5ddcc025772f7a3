/** English: what is said in many places. */
import type { house as chinese } from './house.zh-CN.ts';

export const house: typeof chinese = {
  appName: 'Tiaoli 条例',
  botName: 'tiaoli',
  appDescription: 'Runs a department’s regulation: meetings, attendance, leave, violations, approvals',
  fault: reference =>
    `Something went wrong and this was not saved. Please try again; if it keeps failing, give the administrator the reference ${reference}.`,
  alreadyTaken: 'This was already received a moment ago; it is not done twice.',
  slow: 'The system is busy and it is not certain yet that this was saved. Look with `/me` in a moment before sending it again.',
  tooFast: 'That was too fast, so this was not done; please try again in a few seconds.',
  working: 'Received, working on it…',
  unknownCommand: command => `There is no command ${command}. Type \`/help\` to see them all.`,
  unknownButton: 'This button no longer works. Type `/help` to see what you can do now.',
  tooLong: (max, command) =>
    `That is too long: a line has at most ${max} characters; long texts belong in a form. \`/help ${command.slice(1)}\` shows how the command is used.`,
  wrongTeam: 'This bot serves its own team only.',
  unknownPerson: 'Slack did not tell me who you are. Please try again in a moment.',
  hello:
    'Hello! I remind, collect, count deadlines and route decisions by the department’s regulation. Type `/help` for all commands, `/me` for your own record.',
  late: '(late)',
  close: 'Close',
  submit: 'Submit',
  cancel: 'Cancel',
  done: 'Done',
  more: count => `… and ${count} more`,
  none: 'none',
  erased: '(erased: kept for as long as allowed)',
  usage: 'Usage',
  provisional: 'that year’s public holidays are not published yet, so this is counted on a provisional calendar',
  yuan: text => `${text} yuan`,
  joinNames: names => names.join(', '),
  days: halfDays => `${halfDays / 2} ${halfDays === 2 ? 'day' : 'days'}`,
  half: { am: 'morning', pm: 'afternoon' },
  comma: ', ',
};
