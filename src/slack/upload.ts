/** Files given to one person, in their direct messages with the bot: made by it, or passed on from Slack. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../office/office.ts';
import { directMessage } from './mark.ts';
import type { SlackFile } from './slackFile.ts';

/** The bytes of a file that can be passed on. */
const MAX_BYTES = 50_000_000;

/** How long Slack may take over one of the two ways of a file. */
const PATIENCE_MS = 20_000;

/**
 * Shows a form. An app installed before it asked for files may not show an input for them, so the form then comes
 * without: what is typed matters more.
 */
export async function showForm(view: ModalView, show: (view: ModalView) => Promise<unknown>, log: Log): Promise<void> {
  const blocks = view.blocks.filter(block => !('element' in block) || block.element.type !== 'file_input');
  try {
    await show(view);
  } catch (fault) {
    const code = (fault as { data?: { error?: string } }).data?.error ?? '';
    if (blocks.length === view.blocks.length || !NOT_SHOWN.includes(code)) throw fault;
    log.warn('file.noInput', { error: String(fault), scope: 'files:read' });
    await show({ ...view, blocks });
  }
}

const NOT_SHOWN: readonly string[] = ['missing_scope', 'no_permission', 'invalid_arguments', 'invalid_blocks'];

/** Uploads a file and shares it with that person alone; false where Slack, or the way there, did not take it. */
export async function deliverFile(
  client: WebClient,
  memberId: string,
  { name, content }: { name: string; content: Uint8Array<ArrayBuffer> },
  log: Log,
): Promise<boolean> {
  try {
    const channel_id = await directMessage(client, memberId);
    const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length: content.length });
    if (upload_url === undefined || file_id === undefined) throw new Error('Slack named no place for the file');
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const sent = await fetch(upload_url, { method: 'POST', body: content, signal });
    if (!sent.ok) throw new Error(`the upload was answered by HTTP ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: name }], channel_id });
    return true;
  } catch (fault) {
    log.warn('file.lost', { error: String(fault) });
    return false;
  }
}

/**
 * Gives a person a copy of a file that somebody put into a form: only its owner and the bot can open the file itself.
 * `gone`: it was deleted on Slack. `lost`: it could not be fetched, or did not get there.
 */
export async function passOn(
  client: WebClient,
  memberId: string,
  { id, name }: SlackFile,
  log: Log,
): Promise<'sent' | 'gone' | 'lost'> {
  const content = await contentOf(client, id, log);
  if (typeof content === 'string') return content;
  return (await deliverFile(client, memberId, { name, content }, log)) ? 'sent' : 'lost';
}

async function contentOf(
  client: WebClient,
  file: string,
  log: Log,
): Promise<Uint8Array<ArrayBuffer> | 'gone' | 'lost'> {
  try {
    const { file: found } = await client.files.info({ file });
    const {
      url_private_download,
      url_private,
      size = 0,
      mode,
    } = (found ?? {}) as Record<string, unknown> & {
      size?: number;
      mode?: string;
    };
    if (mode === 'tombstone') return 'gone';
    const address = url_private_download ?? url_private;
    if (typeof address !== 'string' || size > MAX_BYTES) throw new Error('Slack has no such file to fetch');
    if (!isSlacks(address, client)) throw new Error(`the file lies at ${new URL(address).host}`);
    // Without the right to read it, Slack answers with its page for signing in.
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'error',
      signal,
    });
    if (!answer.ok) throw new Error(`the file was answered by HTTP ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (fault) {
    const code = (fault as { data?: { error?: string } }).data?.error;
    if (code === 'file_deleted' || code === 'file_not_found') return 'gone';
    log.warn('file.unread', { error: String(fault) });
    return 'lost';
  }
}

/** The bot's token goes to Slack and to nobody else. */
function isSlacks(address: string, { slackApiUrl }: WebClient): boolean {
  const { protocol, hostname, host } = new URL(address);
  return host === new URL(slackApiUrl).host || (protocol === 'https:' && /(?:^|\.)slack\.com$/u.test(hostname));
}
