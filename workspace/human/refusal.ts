/** Why Slack refuses a change of a channel or of a person, in sentences that say what would be right. */
import { HumanError } from './human.ts';

/** By Slack's word. */
const SENTENCES = {
  already_archived: 'It is archived already.',
  cant_archive_general: 'The general channel cannot be archived; archive another one.',
  cant_invite:
    'Who has left, belongs to a company this channel is not shared with, or is a guest of one channel cannot be added.',
  cant_kick_from_general: 'Nobody can be removed from the general channel; deactivate a person instead.',
  cant_kick_self: 'Nobody removes themself; leave the channel instead.',
  cant_leave_general: 'Nobody can leave the general channel.',
  channel_type_not_supported: 'Only a public channel of this team alone, and not the general one, can be made private.',
  invalid_name_maxlength: 'A channel’s name has 80 characters at most.',
  invalid_name_punctuation: 'A channel’s name needs a letter or a digit.',
  invalid_name_required: 'Give the channel a name.',
  invalid_name_specials:
    'A channel’s name has small letters, digits, hyphens and underscores alone: no capitals, spaces or periods.',
  is_archived: 'It is archived; unarchive it first.',
  last_member: 'The last one in a private channel cannot leave it; add somebody else, or archive it.',
  method_not_supported_for_channel_type: 'That is for channels, not for direct messages.',
  name_taken: 'Another channel has that name, perhaps an archived or a private one; choose another.',
  not_archived: 'It is not archived.',
  not_authorized: 'Only an admin, or whoever made the channel, may rename it.',
  not_in_channel: 'Whoever does this, and whom it concerns, has to be in the channel.',
  restricted_action:
    'Guests may not do this; and from a public channel, or to make it private, only an admin or whoever made the channel may.',
  user_is_restricted: 'Guests cannot leave a channel; an admin has to remove them.',
  invalid_profile: 'A full name has 1 to 80 characters, a display name at most 80.',
  invalid_username: 'A handle has 1 to 21 small letters, digits, periods, hyphens and underscores.',
  not_admin: 'Only an admin may change somebody else’s profile.',
  reserved_name: 'Slack keeps that handle for itself; choose another.',
  user_not_in_team: 'They belong to another team, whose admins alone change them.',
  username_taken: 'Somebody, or a group, has that handle; choose another.',
} as const;

export type Refusal = keyof typeof SENTENCES;

/** Slack's word with its sentence. */
export function refusal(error: string): HumanError {
  const sentence = (SENTENCES as Readonly<Record<string, string>>)[error];
  if (sentence === undefined) throw new Error(`Nothing is said of ${error}.`);
  return new HumanError(error, sentence);
}

/** Throws the refusal when there is one. */
export function refuse(error: string | undefined): void {
  if (error !== undefined) throw refusal(error);
}
