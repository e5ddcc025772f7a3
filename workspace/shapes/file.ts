/** Files. */
import { absent, each, either, type Keys, type Shape } from './shape.ts';

const NO_THUMBNAILS = 'Pictures get no smaller versions here.';
const NO_PREVIEW = 'Text files are not shown in part: `files.info` tells what is in them.';

const FACTS: Keys = {
  id: 'string',
  created: 'number',
  timestamp: 'number',
  name: 'string',
  title: 'string',
  mimetype: 'string',
  filetype: 'string',
  pretty_type: 'string',
  user: 'string',
  user_team: 'string',
  editable: 'boolean',
  size: 'number',
  mode: 'string',
  is_external: 'boolean',
  external_type: 'string',
  is_public: 'boolean',
  public_url_shared: 'boolean',
  display_as_bot: 'boolean',
  username: 'string',
  url_private: 'string',
  url_private_download: 'string',
  media_display_type: 'string',
  'thumb_64?': 'string',
  'thumb_80?': 'string',
  'thumb_360?': 'string',
  'thumb_360_w?': 'number',
  'thumb_360_h?': 'number',
  'original_w?': 'number',
  'original_h?': 'number',
  'alt_txt?': 'string',
  permalink: 'string',
  permalink_public: 'string',
  is_starred: 'boolean',
  has_rich_preview: 'boolean',
  file_access: 'string',
  thumb_160: absent(NO_THUMBNAILS),
  thumb_480: absent(NO_THUMBNAILS),
  thumb_720: absent(NO_THUMBNAILS),
  thumb_800: absent(NO_THUMBNAILS),
  thumb_960: absent(NO_THUMBNAILS),
  thumb_1024: absent(NO_THUMBNAILS),
  thumb_tiny: absent(NO_THUMBNAILS),
  preview: absent(NO_PREVIEW),
  preview_highlight: absent(NO_PREVIEW),
  preview_is_truncated: absent(NO_PREVIEW),
  lines: absent(NO_PREVIEW),
  lines_more: absent(NO_PREVIEW),
  edit_link: absent('Files are not changed here.'),
};

/** A file in a message or a form; what stays of a deleted one in a message. */
export const FILE: Shape = either(FACTS, {
  id: 'string',
  mode: '=tombstone',
  created: 'number',
  timestamp: 'number',
});

/** A file in a form. */
export const GIVEN_FILE: Keys = FACTS;

const SHARE: Keys = {
  reply_users: ['string'],
  reply_users_count: 'number',
  reply_count: 'number',
  ts: 'string',
  'thread_ts?': 'string',
  'channel_name?': 'string',
  team_id: 'string',
  share_user_id: 'string',
  source: 'string',
};

/** A file as the `files.*` methods show it, with where it is shared. */
export const FULL_FILE: Keys = {
  ...FACTS,
  comments_count: 'number',
  channels: ['string'],
  groups: ['string'],
  ims: ['string'],
  shares: { 'public?': each([SHARE]), 'private?': each([SHARE]) },
  has_more_shares: 'boolean',
};
