/** `/human/edit`, `/human/delete`: what somebody said is reworded or taken back by whoever said it. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { tellMention } from '../core/message/mention.ts';
import { authorOf, change, remove } from '../core/message/message.ts';
import { isNotice } from '../core/message/notice.ts';
import { isTombstone } from '../core/message/tombstone.ts';
import type { Channel, Message, Person } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { MOST_TYPED, typedMessage } from './typed.ts';
import { joinedChannelOf, messageOf, named, speakerOf } from './who.ts';

const place = { user: named, channel: named, ts: z.string() };

export const editCalls: HumanCall[] = [
  humanCall('POST', '/human/edit', z.object({ ...place, text: z.string() }), async (core, fields) => {
    const { person, channel, message } = ownMessage(core, fields, 'cant_update_message');
    if (fields.text.length > MOST_TYPED)
      throw new HumanError(
        'msg_too_long',
        `A message has ${MOST_TYPED} characters at most, not ${fields.text.length}.`,
      );
    if (fields.text.trim() === '' && !message.files)
      throw new HumanError('no_text', 'Nothing would be left of the message; /human/delete takes it away.');
    const text = typedMessage(core, person, fields.text);
    const told = { ok: true, ts: message.ts, channel: channel.id, text };
    if (text === message.text) return told;
    const edited = { user: person.id, ts: `${core.state.seconds()}.000000` };
    await tellMention(core, channel, change(core, channel, message, { ...message, text, edited }));
    return told;
  }),
  humanCall('POST', '/human/delete', z.object(place), (core, fields) => {
    const { channel, message } = ownMessage(core, fields, 'cant_delete_message');
    remove(core, channel, message);
    return { ok: true, ts: message.ts, channel: channel.id };
  }),
];

/** The message the fields name, which the person wrote and everybody sees; `otherwise` is Slack's word when somebody else wrote it. */
function ownMessage(
  core: Core,
  fields: { user: string; channel: string; ts: string },
  otherwise: string,
): { person: Person; channel: Channel; message: Message } {
  const person = speakerOf(core, fields.user);
  const channel = joinedChannelOf(core, person, fields.channel);
  const message = messageOf(core, person, channel, fields.ts);
  if (message.ephemeral_to !== undefined)
    throw new HumanError('message_not_found', `${fields.ts} is shown to ${person.id} alone; the app decides over it.`);
  if (isTombstone(message)) throw new HumanError(otherwise, `${fields.ts} was deleted already.`);
  if (isNotice(message))
    throw new HumanError(otherwise, `${fields.ts} is a note of what happened here, which nobody changes.`);
  if (authorOf(message) !== person.id)
    throw new HumanError(
      otherwise,
      `${person.id} did not write ${fields.ts}; one edits and deletes one's own messages.`,
    );
  if (channel.is_archived)
    throw new HumanError('is_archived', `#${channel.name} is archived; what was said there stays as it is.`);
  return { person, channel, message };
}
