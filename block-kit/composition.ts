/** Block Kit's composition objects: texts, options, confirmation dialogs, filters and picture sources. */
import { choice, type Fields, flag, list, need, oneOf, type Rule, shape, shaped, string, typed } from './rule.ts';

const TEXT_MAX = 3000;

/** A `plain_text` object of 1 to max characters. */
export function plain(max = TEXT_MAX): Rule {
  return typed(() => ({ plain_text: plainText(max) }));
}

/**
 * A `plain_text` or `mrkdwn` object of 1 to max characters. As both would do, Slack first says that the object matched
 * neither, and then what is wrong with it.
 */
export function text(max = TEXT_MAX): Rule {
  const either = typed(() => ({ plain_text: plainText(max), mrkdwn: mrkdwnText(max) }));
  return {
    required: false,
    check(value, place) {
      const faults: typeof place.faults = [];
      either.check(value, { ...place, faults });
      if (faults.length > 0)
        place.faults.push({ message: 'failed to match all allowed schemas', pointer: place.pointer }, ...faults);
    },
  };
}

const TYPE: Fields = { type: need(string()) };
const plainText = (max: number) => shape({ ...TYPE, text: need(string(max)), emoji: flag });
const mrkdwnText = (max: number) => shape({ ...TYPE, text: need(string(max)), verbatim: flag });

/** An absolute address of at most 3,000 characters with one of the given schemes, or with any. */
export function url(...schemes: readonly string[]): Rule {
  const scheme = new RegExp(`^(?:${schemes.length > 0 ? schemes.join('|') : '[a-z][a-z0-9+.-]*'}):\\S+$`, 'iu');
  return shaped(string(3000), value => scheme.test(value), 'must be a valid url');
}

export const colorScheme: Rule = choice('primary', 'danger');

export const confirm: Rule = shape({
  title: plain(100),
  text: need(text(300)),
  confirm: plain(30),
  deny: plain(30),
  style: colorScheme,
});

export const dispatchActionConfig: Rule = shape({
  trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered'), 2),
});

/** Slack's types still say 75; its documents and its Python client say 150. */
const optionValue = string(150);

/** An option of a select menu; plain text only. */
export const option: Rule = shape({ text: need(plain(75)), value: need(optionValue), description: plain(75) });

/** An option of a checkbox group or of radio buttons, which may be formatted. */
export const markedOption: Rule = shape({ text: need(text(75)), value: need(optionValue), description: text(75) });

/** An option of an overflow menu, which may open an address. */
export const overflowOption: Rule = shape({
  text: need(plain(75)),
  value: need(optionValue),
  description: plain(75),
  url: url(),
});

export const optionGroup: Rule = shape({ label: need(plain(75)), options: need(list(option, 100)) });

export const conversationFilter: Rule = shape(
  {
    include: list(choice('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  oneOf('at least', 'include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

/** Where a picture comes from: exactly one of these two fields. */
export const pictureSource: Fields = {
  image_url: url('https', 'http'),
  slack_file: shape({ url: url('https', 'http'), id: string(255) }, oneOf('exactly', 'url', 'id')),
};

export const onePictureSource = oneOf('exactly', 'image_url', 'slack_file');
