/**
 * What a command declares. `/help`, the Slack manifest, the local menu and the listeners all derive from the
 * declarations in `commands/index.ts`; nothing is listed twice.
 */
import type { KnownBlock, ModalView } from '@slack/types';
import type { CivilDate } from '../kernel/civil.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Reader } from '../locales/reader.ts';
import type { CommandNames } from '../locales/sentences.ts';
import type { Member } from '../member/rules.ts';
import type { Office, Once } from '../office/office.ts';
import type { SheetFile } from './sheetFile.ts';
import type { SlackFile } from './slackFile.ts';

/** Something said in answer: `text` is complete by itself, for notifications and screen readers. */
export interface Said {
  text: string;
  blocks?: KnownBlock[];
  /** Shows what was understood and asks whether that is meant: the door puts *Confirm* and *Change* below. */
  asks?: true;
  /** Takes the place of the message it answers; for messages that only one person sees. */
  replaces?: true;
}

/** The door through which a person came: who they are, in what language, and what can be done towards Slack. */
export interface Call {
  office: Office;
  me: Member;
  reader: Reader;
  channelId: string;
  /** Opens a modal; only within 3 s of the person's act, so before anything slow. */
  open(view: ModalView): Promise<void>;
  /** Gives the person a table as a file, in their direct messages with the bot; after the deed's commit, as it calls Slack. False when it did not get there. */
  deliver(file: SheetFile): Promise<boolean>;
  /** Gives the person a copy of a file that stands in a form of somebody's; it calls Slack, too. `gone`: deleted there. */
  passOn(file: SlackFile): Promise<'sent' | 'gone' | 'lost'>;
  /** Takes the confirmation of a line, by its token. */
  once(token: string): Once;
  /** Where a message is read; null where it cannot be told, as where the bot is not in that channel. */
  permalink(channelId: string, ts: string): Promise<string | null>;
  /** The member behind `<@U1|name>`, `<@U1>` or `@name`, or a refusal naming the command's usage. */
  mentioned(text: string, command: string): Promise<Member | Refusal>;
}

export interface CommandCall extends Call {
  /** What was typed after the command, trimmed. */
  text: string;
  /** The day on which it was typed, also when it is confirmed on the next. */
  typedOn: CivilDate;
  /**
   * Whether the person confirmed exactly this: what takes the confirmation in the deed's transaction. Null while they did
   * not, or while it would be another thing by now; then the answer `asks`.
   */
  agreed(understood: Said): Once | null;
}

/** Plain values of a form by action_id: text, chosen value, list of values, date, time, user id, files (`filesIn`); null when empty. */
export type FormValues = Record<string, string | string[] | null>;

export interface ModalCall extends Call {
  values: FormValues;
  /** The view's private_metadata. */
  metadata: string;
  /** Says something in the place of the message a button stood in, by its `place`; a while after the press that fails unseen. */
  replace(place: string, said: Said): void;
}

export interface ButtonCall extends Call {
  /** Whether the message it stands in is seen by this person only, and may be replaced by the answer. */
  alone: boolean;
  /** The message it stands in, where only this person sees it: a form opened from it may carry this on. Null elsewhere. */
  place: string | null;
  /** The block it stands in. */
  blockId: string;
  /** The button's value (an opaque id) or the chosen value of a menu. */
  value: string;
  /** The modal it was pressed in, with what is typed there so far. */
  view: { id: string; hash: string; metadata: string; values: FormValues } | null;
  /** Draws the modal it was pressed in anew; input values stay where block and action ids stay. */
  update(view: ModalView): Promise<void>;
}

export interface OptionsCall extends Call {
  query: string;
  values: FormValues;
}

export interface ShortcutCall extends Call {
  /** The message it was chosen on. */
  message: {
    /** Its place in the channel. */
    ts: string;
    /** With Slack's own signs in it. */
    text: string;
    /** Null: an app wrote it. */
    authorId: string | null;
  };
}

/** The end of a modal: closed (nothing), faults at its inputs, or another view in its place. */
export type ModalAnswer = undefined | { refusal: Refusal; at: string } | { update: ModalView } | { push: ModalView };

export interface Option {
  text: string;
  value: string;
  description?: string;
}

export interface Command {
  /** With its slash. */
  name: `/${string}`;
  /** Its description in the locales. */
  words: keyof CommandNames;
  /** Also for people who hold no post yet, and outsiders. */
  open?: true;
  run(call: CommandCall): Promise<Said | Refusal | undefined>;
  /** What is typed after it for its form with that day filled in; none where its form has no day to come. */
  formOn?(date: CivilDate): string;
  /** Opens the form filled in with what the line says; without it the line itself is typed anew. `token`: of its confirmation. */
  change?(call: CommandCall, token: string): Promise<Refusal | undefined>;
  /** By action_id; ids are unique over all commands. */
  buttons?: Record<string, (call: ButtonCall) => Promise<Said | Refusal | undefined>>;
  /** By callback_id. In forms every input's block_id equals its action_id. */
  modals?: Record<string, (call: ModalCall) => Promise<ModalAnswer>>;
  /** On a message, by callback_id; each is named in the words of the command. */
  shortcuts?: Record<string, (call: ShortcutCall) => Promise<Said | Refusal | undefined>>;
  /** What external selects offer, by action_id. */
  options?: Record<string, (call: OptionsCall) => Promise<Option[]>>;
}
