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
      `The sheet opens at ${opens}. Pre-sales 1 is on it as on leave and need not sign in; colleagues come and sign.`,
    nothing: 'From its opening, a sign-in sheet lists people on leave as on leave, not as absent.',
    button: 'Travel to the beginning of the meeting',
  },
  reports: [
    'refunds of yesterday settled | call two large customers | none',
    'checked all shops | prepare the weekend sale | two pictures are missing',
  ],
  end: 'That is the heart of it: the bot reminds in time and carries out what people decide. Type /help for every command.',
};
