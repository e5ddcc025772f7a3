/** `files.*`: the app uploads, lists and deletes files. */
import { contentOf, deleteFile, fullFile, keepFile, MOST_FILE_BYTES, mayAppSee, newFileId } from '../file/file.ts';
import { isPicture, isText, typeOfSnippet } from '../file/file-type.ts';
import { asText, isObject, type JsonObject } from '../json.ts';
import { type Draft, postAsApp } from '../message/message.ts';
import type { Channel, StoredFile } from '../records.ts';
import { blocksArgument, channelOf, isMember, requiredText, textArgument } from './arguments.ts';
import { checkMessageBlocks } from './blocks.ts';
import { type Call, invalidArguments, type Method, MethodError } from './method.ts';

const MOST_SNIPPET_BYTES = 1024 * 1024;
const MOST_ALT_TEXT = 1000;

export const fileMethods: Method[] = [
  { name: 'files.getUploadURLExternal', token: 'bot', scopes: ['files:write'], run: announce },
  { name: 'files.completeUploadExternal', token: 'bot', scopes: ['files:write'], run: complete },
  {
    name: 'files.info',
    token: 'bot',
    scopes: ['files:read'],
    run(call) {
      const file = fileArgument(call);
      const content = contentOf(call.core, file);
      return { file: fullFile(call.core, file), ...content, comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  { name: 'files.list', token: 'bot', scopes: ['files:read'], run: list },
  {
    name: 'files.delete',
    token: 'bot',
    scopes: ['files:write'],
    run(call) {
      const file = fileArgument(call);
      if (file.user !== call.core.state.bot.user_id) throw new MethodError('cant_delete_file');
      deleteFile(call.core, file);
      return {};
    },
  },
];

function announce(call: Call): JsonObject {
  const { core } = call;
  const name = requiredText(call, 'filename');
  const length = Number(requiredText(call, 'length'));
  if (!Number.isInteger(length) || length < 0) throw invalidArguments('must be an integer [json-pointer:/length]');
  if (length === 0) throw new MethodError('missing_argument');
  if (length > MOST_FILE_BYTES) throw new MethodError('file_upload_size_restricted');
  // Slack's documentation says `alt_txt`, its client libraries send `alt_text`.
  const alt_txt = textArgument(call, 'alt_txt') || textArgument(call, 'alt_text');
  if (alt_txt.length > MOST_ALT_TEXT) throw new MethodError('alt_txt_too_large');
  const snippet_type = textArgument(call, 'snippet_type');
  if (snippet_type !== '' && !typeOfSnippet(snippet_type)) throw new MethodError('unknown_snippet_type');
  if (snippet_type !== '' && length > MOST_SNIPPET_BYTES) throw new MethodError('snippet_too_large');
  const file = {
    id: newFileId(),
    name,
    title: name,
    user: call.core.state.bot.user_id,
    snippet_type,
    ...(alt_txt && { alt_txt }),
  };
  return { upload_url: core.url() + core.uploads.expect(file, length), file_id: file.id };
}

function complete(call: Call): JsonObject {
  const { core } = call;
  const { files } = call.args;
  if (!Array.isArray(files) || files.length === 0) throw invalidArguments('missing required field: files');
  const given = files.map(file => {
    const id = isObject(file) ? asText(file.id) : '';
    const upload = core.uploads.arrived(id);
    if (!upload) throw new MethodError('file_not_found');
    return { upload, title: isObject(file) ? asText(file.title) : '' };
  });
  const channels = destinations(call);
  const draft = readComment(call);
  const thread_ts = textArgument(call, 'thread_ts');
  for (const channel of channels) {
    if (channel.is_archived) throw new MethodError('is_archived');
    if (!isMember(call, channel)) throw new MethodError('not_in_channel');
    if (thread_ts !== '' && !core.state.message(channel.id, thread_ts)) throw new MethodError('invalid_thread_ts');
  }
  const kept = given.map(({ upload: { file, bytes }, title }) => {
    core.uploads.finish(file.id);
    return keepFile(core, { ...file, title: title || file.title }, bytes);
  });
  // Slack looks at a file only after it has answered: neither its type nor where it is shared is known yet.
  const early = { mimetype: '', filetype: '', pretty_type: '' };
  const answer = { files: kept.map(file => ({ ...fullFile(core, file), ...early })) };
  const message = { ...draft, files: kept.map(({ id }) => id), ...(thread_ts !== '' && { thread_ts }) };
  for (const channel of channels) postAsApp(core, channel, message);
  return answer;
}

/** Where the files go: `channel_id` by id only, or `channels`, ids of channels or people separated by commas; nowhere when neither is given. */
function destinations(call: Call): Channel[] {
  const one = textArgument(call, 'channel_id');
  if (one !== '' && !/^[CGDZ][A-Z0-9]{8,}$/.test(one))
    throw invalidArguments('input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]');
  const wanted = one === '' ? textArgument(call, 'channels').split(',') : [one];
  return wanted
    .map(id => id.trim())
    .filter(id => id !== '')
    .map(id => {
      const person = call.core.state.people.get(id);
      const channel = person ? call.core.state.direct(person.id, call.core.state.bot.user_id) : channelOf(call, id);
      if (!channel || person?.deleted) throw new MethodError(one === '' ? 'invalid_channel' : 'channel_not_found');
      return channel;
    });
}

/** What is said with the files; blocks only when there is no comment. */
function readComment(call: Call): Draft {
  const text = textArgument(call, 'initial_comment');
  const blocks = text === '' ? blocksArgument(call) : undefined;
  if (blocks) checkMessageBlocks(blocks);
  return { text, ...(blocks && { blocks }) };
}

function list(call: Call): JsonObject {
  const { core } = call;
  const [channel, user] = [textArgument(call, 'channel'), textArgument(call, 'user')];
  if (channel !== '' && !channelOf(call, channel)) throw new MethodError('channel_not_found');
  if (user !== '' && !core.state.people.has(user)) throw new MethodError('user_not_found');
  const from = Number(textArgument(call, 'ts_from') || 0);
  const to = Number(textArgument(call, 'ts_to') || Number.POSITIVE_INFINITY);
  const wanted = (textArgument(call, 'types') || 'all').split(',');
  const all = [...core.state.files.values()]
    .filter(file => !file.deleted && mayAppSee(core, file))
    .filter(file => channel === '' || file.shares.some(share => share.channel === channel))
    .filter(file => (user === '' || file.user === user) && file.created >= from && file.created <= to)
    .filter(file => wanted.some(type => type === 'all' || type === kindOf(file)))
    .reverse();
  const count = Math.min(Math.max(Number(textArgument(call, 'count')) || 100, 1), 1000);
  const page = Math.max(Number(textArgument(call, 'page')) || 1, 1);
  const files = all.slice((page - 1) * count, page * count).map(file => fullFile(core, file));
  return { files, paging: { count, total: all.length, page, pages: Math.ceil(all.length / count) } };
}

/** The name under which `types` asks for such files. */
function kindOf(file: StoredFile): string {
  if (file.mode === 'snippet') return 'snippets';
  if (isPicture(file)) return 'images';
  if (file.filetype === 'pdf' || file.filetype === 'zip') return `${file.filetype}s`;
  return isText(file) ? 'spaces' : 'other';
}

function fileArgument(call: Call): StoredFile {
  const file = call.core.state.files.get(textArgument(call, 'file'));
  if (!file || !mayAppSee(call.core, file)) throw new MethodError('file_not_found');
  if (file.deleted) throw new MethodError('file_deleted');
  return file;
}
