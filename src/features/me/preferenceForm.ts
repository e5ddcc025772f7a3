/** The form of what reaches a member, and what stands in its place once it is set. */
import type { ModalView } from '@slack/types';
import type { Reader } from '../../locales/reader.ts';
import type { Preference } from '../../member/preference.ts';
import { context, option, plain, section } from '../../slack/button.ts';

/** Ids of blocks and actions alike, so that a fault finds its input. */
export const PREFERENCE_FIELDS = { reminders: 'me.reminders', from: 'me.quietFrom', to: 'me.quietTo' } as const;

export const PREFERENCE_FORM = 'me.preference';

/** What holds now, to be changed. */
export function preferenceForm({ reminders, quiet }: Preference, reader: Reader): ModalView {
  const { me: words, common } = reader.t;
  const fields = PREFERENCE_FIELDS;
  const on = option(words.remindersOn, 'on');
  const off = option(words.remindersOff, 'off');
  return {
    type: 'modal',
    callback_id: PREFERENCE_FORM,
    title: plain(words.preferenceTitle, 24),
    submit: plain(common.submit, 24),
    close: plain(common.cancel, 24),
    blocks: [
      {
        type: 'input',
        block_id: fields.reminders,
        label: plain(words.reminders),
        hint: plain(words.remindersHint),
        element: {
          type: 'radio_buttons',
          action_id: fields.reminders,
          options: [on, off],
          initial_option: reminders ? on : off,
        },
      },
      timeInput(fields.from, words.quietFrom, words.quietHint, quiet?.from),
      timeInput(fields.to, words.quietTo, undefined, quiet?.to),
      context(words.alwaysTold),
    ],
  };
}

/** What was set, read back. */
export function preferenceSet(preference: Preference, reader: Reader): ModalView {
  const { me: words, common } = reader.t;
  return {
    type: 'modal',
    callback_id: 'me.preferenceSet',
    title: plain(words.preferenceTitle, 24),
    close: plain(common.close, 24),
    blocks: [section(`:white_check_mark: ${words.preferenceSaved}`), section(preferenceText(preference, reader))],
  };
}

/** 'Reminders: on · Quiet hours: 22:00 to 07:30' */
export function preferenceText({ reminders, quiet }: Preference, reader: Reader): string {
  const { me: words } = reader.t;
  return [words.remindersAre(reminders), quiet === null ? words.noQuiet : words.quietAre(quiet.from, quiet.to)].join(
    ' · ',
  );
}

/** In one's own record, where something was set. */
export function ownPreferenceLines(preference: Preference, reader: Reader): string[][] {
  if (preference.reminders && preference.quiet === null) return [];
  return [[`*${reader.t.me.preferenceTitle}*`, preferenceText(preference, reader)]];
}

function timeInput(id: string, label: string, hint: string | undefined, initial: string | undefined) {
  return {
    type: 'input' as const,
    block_id: id,
    optional: true,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element: {
      type: 'timepicker' as const,
      action_id: id,
      ...(initial === undefined ? {} : { initial_time: initial }),
    },
  };
}
