/** People and bots. */
import { absent, type Keys } from './shape.ts';

const NO_UPLOAD = 'Nobody uploads a picture here.';
const NO_SECOND_FACTOR = 'Nobody signs in here.';
const NO_ORGANISATION = 'There is no organisation of several teams here.';
const NO_PROFILE = 'Nobody fills in more of their profile here.';

/** The pictures of an app. */
const ICONS: Keys = { image_36: 'string', image_48: 'string', image_72: 'string' };

/** A bot as `bots.info` shows it. */
export const BOT: Keys = {
  id: 'string',
  deleted: 'boolean',
  name: 'string',
  updated: 'number',
  app_id: 'string',
  user_id: 'string',
  icons: ICONS,
};

/** A bot as it is shown beside its messages. */
export const BOT_PROFILE: Keys = { ...BOT, team_id: 'string' };

const PROFILE: Keys = {
  title: 'string',
  phone: 'string',
  skype: 'string',
  real_name: 'string',
  real_name_normalized: 'string',
  display_name: 'string',
  display_name_normalized: 'string',
  first_name: 'string',
  last_name: 'string',
  status_text: 'string',
  status_text_canonical: 'string',
  status_emoji: 'string',
  status_emoji_display_info: ['anything'],
  status_expiration: 'number',
  avatar_hash: 'string',
  team: 'string',
  'email?': 'string',
  'api_app_id?': 'string',
  'bot_id?': 'string',
  'always_active?': 'boolean',
  image_24: 'string',
  image_32: 'string',
  image_48: 'string',
  image_72: 'string',
  image_192: 'string',
  image_512: 'string',
  image_original: absent(NO_UPLOAD),
  image_1024: absent(NO_UPLOAD),
  is_custom_image: absent(NO_UPLOAD),
  fields: absent(NO_PROFILE),
  pronouns: absent(NO_PROFILE),
  start_date: absent(NO_PROFILE),
  huddle_state: absent('There are no huddles here.'),
  huddle_state_expiration_ts: absent('There are no huddles here.'),
  guest_invited_by: absent('Guests are there from the start, for good.'),
  guest_expiration_ts: absent('Guests are there from the start, for good.'),
};

/** A person as `users.*` and `user_change` show them; of who has left less is told. */
export const USER: Keys = {
  id: 'string',
  team_id: 'string',
  name: 'string',
  deleted: 'boolean',
  'color?': 'string',
  'real_name?': 'string',
  'tz?': 'string',
  'tz_label?': 'string',
  'tz_offset?': 'number',
  profile: PROFILE,
  'is_admin?': 'boolean',
  'is_owner?': 'boolean',
  'is_primary_owner?': 'boolean',
  'is_restricted?': 'boolean',
  'is_ultra_restricted?': 'boolean',
  is_bot: 'boolean',
  is_app_user: 'boolean',
  updated: 'number',
  'is_email_confirmed?': 'boolean',
  'who_can_share_contact_card?': 'string',
  'locale?': 'string',
  'is_stranger?': 'boolean',
  has_2fa: absent(NO_SECOND_FACTOR),
  two_factor_type: absent(NO_SECOND_FACTOR),
  is_invited_user: absent('Nobody is invited to the team here: who is in it is so from the start.'),
  enterprise_user: absent(NO_ORGANISATION),
  enterprise_id: absent(NO_ORGANISATION),
  enterprise_name: absent(NO_ORGANISATION),
  teams: absent(NO_ORGANISATION),
};

/** What an interaction says of who did it. */
export const ACTOR: Keys = { id: 'string', username: 'string', name: 'string', team_id: 'string' };
