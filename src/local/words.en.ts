/** English: the newcomer's guide of the local workspace, and what the clock bar offers next. */
import type { words as chinese } from './words.zh-CN.ts';

export const words: typeof chinese = {
  nextMeeting: 'Next meeting',
  nextMorning: time => `Next working day ${time}`,
  nextMorningIs: 'A new working day, before work',
  ask: {
    title: 'Ask for leave',
    text: 'You are Pre-sales 1. The form names the first day that can still be asked for: write a reason and submit.',
    button: 'Open the form',
  },
  approve: {
    title: 'Approve it as manager',
    text: 'The request is in the manager’s direct messages with tiaoli. Press Approve there.',
    button: 'Become the manager',
  },
  meeting: {
    title: 'See the meeting excuse it',
    text: opens =>
      `The meeting opens its sheet at ${opens}: Pre-sales 1 is on it as on leave, need not sign, and is not absent when it closes.`,
    nothing: 'On the sheet of a meeting, whoever is on leave is named so from the beginning, not as absent.',
    button: 'Travel to the beginning of the meeting',
  },
  end: 'That is the heart of it: it reminds when the time has come, and does what people decide. Type /help for every command.',
};
