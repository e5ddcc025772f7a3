/** English: customers handed to the next shift. */
import type { CommandWords, DutyWords, RefusalWords } from '../../locales/command.ts';
import { quoted } from '../../locales/quoted.ts';
import { postNames } from '../../member/words.en.ts';
import type { HandoverLineRefusals, NoteVerb } from './line.ts';
import type { HandoverRefusals, Standing, Unable } from './rules.ts';
import type { words as chinese } from './words.zh-CN.ts';

/** A line as an example; left for tomorrow where there is nobody to name. */
const example = (another: string | null) =>
  `\`/handover ${another === null ? 'tomorrow' : `@${another}`} Ms Zhang tmall refund not there yet\``;
const choose = (another: string | null) => `Choose somebody else, for example ${example(another)}.`;
const verbs: Record<NoteVerb, string> = {
  accept: '/handover accept ⟦note.accept⟧',
  handOn: '/handover pass ⟦note.handOn⟧ ⟦@service⟧',
  addTo: '/handover add ⟦note.addTo⟧ she asked again',
  withdraw: '/handover withdraw ⟦note.withdraw⟧',
  finish: '/handover done ⟦note.finish⟧',
};
const whyNot: Record<Unable, (who: string) => string> = {
  bot: who => `${who} is a bot and cannot look after customers.`,
  gone: who => `The account of ${who} is deactivated.`,
  outsider: who => `${who} is a guest or from another team, and customers stay in ours.`,
  noPost: who => `${who} holds no post yet, so they do not belong to the department.`,
  otherPost: who =>
    `${who} is neither in a customer service nor leads one (1.18). Help from another position goes through the leader (1.7).`,
};
const halves = { am: 'morning', pm: 'afternoon' };

function stands({ id, state, receiverId, changedBy, me }: Standing): string {
  const who = (person: string | null) => (person === null || person === me ? 'you' : `<@${person}>`);
  if (state === 'accepted')
    return receiverId === me ? `You have accepted number ${id}.` : `Number ${id} was accepted by ${who(receiverId)}.`;
  if (state === 'finished') return `Number ${id} was finished by ${who(changedBy)}.`;
  if (state === 'withdrawn') return `Number ${id} was taken back by ${who(changedBy)}; nothing is left to do.`;
  return receiverId === null
    ? `Number ${id} is left for whoever comes first, and nobody has taken it yet.`
    : `Number ${id} is with <@${receiverId}> now, who has not answered yet.`;
}

export const commands = {
  handover: {
    summary: 'Hand unfinished customers to the next shift (1.18)',
    called: ['handover', 'hand over'],
    usages: [
      { line: '/handover', does: 'open the form' },
      {
        line: '/handover ⟦@service⟧ Ms Zhang tmall refund not there yet, finance will answer urgent',
        does: 'in one line: to whom, customer, platform, what is open; at the end urgent, today or announce',
      },
      {
        line: '/handover tomorrow⟦next⟧ Mr Li jd promised a call in the morning',
        does: 'leave it for the first of your post on the next working day',
      },
      { line: '/handover list', does: 'what waits for me, what I accepted, what I gave' },
      { line: verbs.accept, does: 'take it over, by its number' },
      { line: verbs.finish, does: 'it is finished' },
      { line: verbs.withdraw, does: 'take it back while nobody has accepted it' },
      { line: verbs.addTo, does: 'add to it' },
      { line: verbs.handOn, does: 'hand it on to somebody else' },
    ],
  },
} satisfies Record<string, CommandWords>;

export const refusals: RefusalWords<HandoverRefusals & HandoverLineRefusals> = {
  'handover.notService': () =>
    'Only customer service and its leaders hand customers over (1.18); your post is not one of theirs. Help from another position goes through your leader (1.7). `/handover list` shows what was given to you.',
  'handover.receiverMissing': ({ text, another }) =>
    `I know nobody called “${quoted(text)}”. Say first who gets it, for example ${example(another)}, or write tomorrow for whoever comes first.`,
  'handover.onePerson': ({ another }) =>
    `One customer goes to one person, so that it is clear whose they are, for example ${example(another)}.`,
  'handover.numberMissing': ({ verb }) =>
    `Name the number⟦[, for example \`${verbs[verb]}\`]⟧; \`/handover list\` shows the numbers.`,
  'handover.toSelf': ({ another }) => `That is you. ${choose(another)}`,
  'handover.unable': ({ id, why, another }) => `${whyNot[why](`<@${id}>`)} ${choose(another)}`,
  'handover.onLeave': ({ id, date, half, another }) =>
    `<@${id}> is on approved leave or a trip on ${date} in the ${halves[half]}, so not there for the next shift. ${choose(another)}`,
  'handover.toGiver': ({ id, another }) => `It comes from <@${id}> and cannot go back there. ${choose(another)}`,
  'handover.nobodyElse': ({ post, another }) =>
    `Nobody else is in ${postNames[post]}, so nobody could be the first. ${another === null ? 'Please tell your leader.' : `Say who gets it, for example ${example(another)}.`}`,
  'handover.givenAlready': ({ id }) =>
    `You gave the same note already: number ${id}, not answered yet. To add to it, \`/handover add ${id} …\`.`,
  'handover.customerMissing': ({ another }) => `The customer is missing, for example ${example(another)}.`,
  'handover.matterMissing': ({ another }) => `What is still open is missing, for example ${example(another)}.`,
  'handover.customerTooLong': ({ length, most }) =>
    `A customer’s name has at most ${most} characters; this one has ${length}. Put the rest into what is open.`,
  'handover.matterTooLong': ({ length, most }) =>
    `What is open has at most ${most} characters; this has ${length}. Please shorten it.`,
  'handover.additionMissing': ({ id }) =>
    `Say what is to be added, for example \`/handover add ${id} she asked again\`.`,
  'handover.notYours': ({ id }) =>
    `Number ${id} is not with you: there is none, or it went on to somebody else. \`/handover list\` shows yours.`,
  'handover.ownNote': ({ id }) =>
    `Number ${id} is your own. If you finished it yourself, \`/handover done ${id}\`; to take it back, \`/handover withdraw ${id}\`.`,
  'handover.takeFirst': ({ id }) => `Nobody has taken number ${id} yet. Take it first: \`/handover accept ${id}\`.`,
  'handover.giverOnly': ({ id, giverId }) =>
    `Number ${id} comes from <@${giverId}>, who alone can add to it or take it back. You can accept it, or hand it on.`,
  'handover.stands': stands,
};

export const duties: Record<string, DutyWords> = {
  'handover.offer': { missed: 'notes left for the first of the day' },
  'handover.remind': { missed: 'reminder of notes to the next shift' },
  'handover.tell': { missed: 'notes to the next shift nobody answered' },
  'handover.tellAgain': { missed: 'notes given around the end of work that nobody answered' },
};

export const words: typeof chinese = {
  platforms: { tmall: 'Tmall', jd: 'JD', pinduoduo: 'Pinduoduo', douyin: 'Douyin', other: 'other shop' },
  urgencies: { normal: 'no hurry', today: ':calendar: today', urgent: ':rotating_light: urgent' },
  urgencyOptions: { normal: 'No hurry', today: 'Today', urgent: 'Urgent' },
  stands,
  firstOf: (post, day) => `the first of ${post} on ${day}`,
  from: who => `from ${who}`,
  with: who => `waits for ${who}`,
  fromTo: (from, to) => `${from} → ${to}`,
  givenAt: when => `given ${when}`,
  given: (line, who) =>
    `:white_check_mark: Given to ${who}: ${line}. I will tell you when they accept it or hand it on. If nobody has by the end of the day, your leader is told (1.18).`,
  left: (line, first) =>
    `:white_check_mark: Left for ${first}: ${line}. They are asked when work begins, and I will tell you who takes it.`,
  alsoAnnounced: ':loudspeaker: Also posted in the service channel, under your name.',
  asked: who => `${who} hands an unfinished customer to you:`,
  reminder: who => `:hourglass: Work ends soon, and the customer ${who} handed to you still waits for your answer:`,
  rule: 'Once you accept, the customer is yours; if you cannot, hand them on to somebody who can (1.18).',
  elsewhere: (id, who) => `Number ${id} went on to ${who}; nothing is left to do for you.`,
  told: {
    accepted: (who, line) => `:white_check_mark: ${who} accepted the customer you handed over: ${line}.`,
    handedOn: (who, line, to) =>
      `:arrow_right: ${who} handed your customer on to ${to}, who has not answered yet: ${line}.`,
    finished: (who, line) => `:checkered_flag: ${who} finished with the customer you handed over: ${line}.`,
  },
  leftForFirst: count =>
    `:sunrise: The last shift left ${count === 1 ? 'one unfinished customer' : `${count} unfinished customers`}; whoever accepts first takes them over:`,
  leftBefore: 'What the last shift left:',
  firstTakesIt: 'Your colleagues of the same post got this too; this message will show who accepted.',
  stillOpen: count =>
    `At the end of the day ${count === 1 ? 'one customer who was handed over waits' : `${count} customers who were handed over wait`} for somebody to accept (1.18):`,
  noCase: 'For your information only: this is no violation. You may want to ask the giver or the receiver.',
  announced: who => `:loudspeaker: ${who} asks everybody to look out for a special customer (1.18):`,
  buttons: { accept: 'Accept', handOn: 'Hand on', add: 'Add', withdraw: 'Take back', finish: 'Finished' },
  done: {
    accept: (line, from) =>
      `:white_check_mark: You accepted ${line}. ${from} has been told. When it is done, press “Finished”.`,
    handOn: (line, to) => `:arrow_right: Handed on to ${to}: ${line}.`,
    add: line => `Added to ${line}. They see it in their message.`,
    withdraw: line => `:leftwards_arrow_with_hook: Taken back: ${line}. Nothing is left to do for them.`,
    finish: line => `:checkered_flag: Noted as finished: ${line}.`,
  },
  listTitle: 'Handovers',
  listEmpty: 'No customer waits for you, and all you handed over were accepted. Type `/handover` to hand one over.',
  own: {
    title: 'Handovers (1.18)',
    asked: 'Waiting for my answer',
    forFirst: 'Left for the first of today',
    accepted: 'Accepted by me',
    given: 'Given by me',
    hint: 'To deal with them: `/handover list`',
  },
  formTitle: 'Hand over a customer',
  receiver: 'To whom',
  receiverHint: 'Left empty, it waits for the first of your post on the next working day.',
  customer: 'Customer',
  customerHint: 'A name or account; only those it passes through and your leader see it.',
  platform: 'Platform',
  matter: 'What is still open',
  matterHint: 'How far it is, what was promised, what is missing.',
  urgency: 'How urgent',
  announceLabel: 'Special customer',
  announce: 'Post to the service channel too, under my name',
  announceHint: 'All of service will read it; only if they can help',
  previewPerson: who => `:bust_in_silhouette: ${who} gets a direct message at once and accepts it or hands it on.`,
  previewFirst: first => `:sunrise: Nobody chosen: it is left for ${first}.`,
  handOnTitle: 'Hand on',
  handOnSubmit: 'Hand on',
  handOnLabel: 'To whom',
  addTitle: 'Add',
  addLabel: 'What is to be added',
};

/** So many of what is erased. */
export const erased = {
  handovers: (count: number) =>
    `${count} ${count === 1 ? 'customer handed to the next shift' : 'customers handed to the next shift'}`,
};
