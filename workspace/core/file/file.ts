/** Files: keeping them, how Slack's API shows them, and who may see them. */
import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import { idFrom } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import { type Channel, isFullMember, type Message, type NewFile, type Person, type StoredFile } from '../records.ts';
import { isPicture, isText, pictureSize, typeOfName, typeOfSnippet } from './file-type.ts';

/** Bytes a file may have here; on Slack 1 GB. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

export function newFileId(): string {
  return `F${idFrom(randomBytes(8).toString('hex'))}`;
}

/** Stores a complete file, which is private to its owner until it is shared. */
export function keepFile(core: Core, { snippet_type = '', ...file }: NewFile, bytes: Buffer): StoredFile {
  core.bytes.write(file.id, bytes);
  const snippet = typeOfSnippet(snippet_type);
  const type = snippet ?? typeOfName(file.name);
  const drawn = isPicture(type) ? pictureSize(bytes) : undefined;
  return core.state.putFile({
    ...file,
    ...type,
    mode: snippet ? 'snippet' : 'hosted',
    size: bytes.length,
    created: core.state.seconds(),
    ...(drawn && { original_w: drawn.width, original_h: drawn.height }),
    shares: [],
  });
}

/** A file as it stands in a message or a form. */
export function wireFile(core: Core, file: StoredFile): JsonObject {
  const { id, name, title, user, filetype, mimetype, pretty_type, mode, size, created, alt_txt } = file;
  if (file.deleted) return { id, mode: 'tombstone', created, timestamp: created };
  const slug = name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '_');
  const place = `${core.url()}/files-pri/${core.state.team.id}-${id}`;
  const url_private = `${place}/${encodeURIComponent(slug)}`;
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype,
    filetype,
    pretty_type,
    user,
    user_team: core.state.team.id,
    editable: mode === 'snippet',
    size,
    mode,
    is_external: false,
    external_type: '',
    is_public: file.shares.some(({ channel }) => core.state.channels.get(channel)?.kind === 'channel'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private,
    url_private_download: `${place}/download/${encodeURIComponent(slug)}`,
    media_display_type: 'unknown',
    ...pictureFacts(file, url_private),
    ...(alt_txt && { alt_txt }),
    permalink: `${core.url()}/files/${user}/${id}/${encodeURIComponent(slug)}`,
    permalink_public: `${core.url()}/files/${core.state.team.id}-${id}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** A file as the `files.*` methods show it, with the places it is shared in. */
export function fullFile(core: Core, file: StoredFile): JsonObject {
  const into = (...kinds: string[]): StoredFile['shares'] =>
    file.shares.filter(({ channel }) => kinds.includes(core.state.channels.get(channel)?.kind ?? ''));
  const ids = (shares: StoredFile['shares']): string[] => [...new Set(shares.map(({ channel }) => channel))];
  const [open, closed, direct] = [into('channel'), into('group'), into('im', 'mpim')];
  return {
    ...wireFile(core, file),
    comments_count: 0,
    channels: ids(open),
    groups: ids(closed),
    ims: ids(direct),
    shares: {
      ...(open.length > 0 && { public: sharesByChannel(core, file, open) }),
      ...(closed.length + direct.length > 0 && { private: sharesByChannel(core, file, [...closed, ...direct]) }),
    },
    has_more_shares: false,
  };
}

/** The files with these ids as messages show them. */
export function filesIn(core: Core, ids: readonly string[]): JsonObject[] {
  return ids.flatMap(id => {
    const file = core.state.files.get(id);
    return file ? [wireFile(core, file)] : [];
  });
}

/** Whether the app may read the file: its own, one given to it in a form, or one shared where it is a member. */
export function mayAppSee(core: Core, file: StoredFile): boolean {
  const { user_id } = core.state.bot;
  return file.user === user_id || file.given === true || isSharedWith(core, file, user_id);
}

/** Whether a person may use the file: their own, or one shared in a channel they see. */
export function mayPersonSee(core: Core, person: Person, file: StoredFile): boolean {
  const isPublic = file.shares.some(({ channel }) => core.state.channels.get(channel)?.kind === 'channel');
  const isOpen = isPublic && isFullMember(person);
  return file.user === person.id || isOpen || isSharedWith(core, file, person.id);
}

/** Remembers that the files stand in this message, and tells the app of each if it is in the channel. */
export function noteShares(core: Core, channel: Channel, message: Message, ids: readonly string[]): void {
  const { ts, thread_ts, user } = message;
  const place = { channel: channel.id, ts, ...(thread_ts !== undefined && { thread_ts }) };
  for (const id of ids) {
    const file = core.state.files.get(id);
    if (!file) continue;
    core.state.putFile({ ...file, shares: [...file.shares, place] });
    if (!channel.members.includes(core.state.bot.user_id)) continue;
    const event_ts = core.state.stamps.next();
    const told = { file_id: id, user_id: user, file: { id }, channel_id: channel.id, event_ts };
    void core.deliverer.event({ type: 'file_shared', ...told });
  }
}

/** The message is gone, and the files no longer stand there. */
export function forgetShares(core: Core, { channel, ts, files = [] }: Message): void {
  for (const id of files) {
    const file = core.state.files.get(id);
    const shares = file?.shares.filter(share => share.channel !== channel || share.ts !== ts);
    if (file && shares) core.state.putFile({ ...file, shares });
  }
}

/** Takes a file and its bytes away; messages keep a mark in its place. */
export function deleteFile(core: Core, file: StoredFile): void {
  core.state.putFile({ ...file, deleted: true });
  core.bytes.remove(file.id);
  for (const { channel, ts } of file.shares) core.hints.tell({ type: 'changed', channel, ts });
  const told = mayAppSee(core, file);
  const event_ts = core.state.stamps.next();
  if (told) void core.deliverer.event({ type: 'file_deleted', file_id: file.id, event_ts });
}

/** The beginning of a text file, as `files.info` gives it; nothing for other files. */
export function contentOf(core: Core, file: StoredFile, most = 40_000): JsonObject {
  const bytes = isText(file) ? core.bytes.read(file.id) : undefined;
  if (!bytes) return {};
  return { content: bytes.subarray(0, most).toString('utf8'), is_truncated: bytes.length > most };
}

function isSharedWith(core: Core, file: StoredFile, user: string): boolean {
  return file.shares.some(({ channel }) => core.state.channels.get(channel)?.members.includes(user) === true);
}

/** No smaller pictures are made: every size leads to the picture itself. */
function pictureFacts({ original_w, original_h }: StoredFile, url: string): JsonObject {
  if (original_w === undefined || original_h === undefined) return {};
  const scale = Math.min(1, 360 / Math.max(original_w, original_h));
  const [thumb_360_w, thumb_360_h] = [Math.round(original_w * scale), Math.round(original_h * scale)];
  return { thumb_64: url, thumb_80: url, thumb_360: url, thumb_360_w, thumb_360_h, original_w, original_h };
}

function sharesByChannel(core: Core, file: StoredFile, shares: StoredFile['shares']): JsonObject {
  const byChannel: Record<string, JsonObject[]> = {};
  for (const { channel, ts, thread_ts } of shares) {
    const replies = core.state.replies(channel, ts);
    const users = [...new Set(replies.map(({ user }) => user))];
    const name = core.state.channels.get(channel)?.name ?? '';
    byChannel[channel] = [
      ...(byChannel[channel] ?? []),
      {
        reply_users: users,
        reply_users_count: users.length,
        reply_count: replies.length,
        ts,
        ...(thread_ts !== undefined && { thread_ts }),
        ...(name !== '' && { channel_name: name }),
        team_id: core.state.team.id,
        share_user_id: file.user,
        source: 'UNKNOWN',
      },
    ];
  }
  return byChannel;
}
