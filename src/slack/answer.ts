/** How a handler's result is told to the person who acted. */
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { type Reader, sentenceFor } from '../locales/reader.ts';
import type { Log } from '../office/office.ts';
import { plain, section } from './button.ts';
import { hasChart, withoutCharts } from './chart.ts';
import type { Said } from './command.ts';
import { sendable } from './messenger.ts';

export type Client = App['client'];

/** A refusal as its sentence in the reader's language; anything else as it is. */
export function spoken(result: Said | Refusal | undefined, reader: Reader): Said | undefined {
  return isRefusal(result) ? { text: sentenceFor(result, reader) } : result;
}

/**
 * Says something to one person through the response URL of what they did, within half an hour of it. A URL that is
 * not Slack's is never called: it came in with a delivery.
 */
export async function answerUrl(
  url: string | undefined,
  said: Said,
  hosts: readonly string[],
  log: Log,
): Promise<boolean> {
  if (url === undefined || !URL.canParse(url) || !hosts.includes(new URL(url).host)) return false;
  const { text, blocks } = sendable(said, 'response', log);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: said.replaces === true,
        text,
        ...(blocks ? { blocks } : {}),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    // A workspace that takes no charts yet gets the rest.
    if (!response.ok && hasChart(said)) return answerUrl(url, withoutCharts(said), hosts, log);
    if (!response.ok) log.warn('response.lost', { status: response.status });
    return response.ok;
  } catch (fault) {
    log.warn('response.lost', { error: String(fault) });
    return false;
  }
}

/** A modal that only says something. */
export function modalOf({ text, blocks }: Said, { t }: Reader): ModalView {
  const [title, close] = [plain(t.common.appName, 24), plain(t.common.close, 24)];
  return { type: 'modal', title, close, blocks: blocks ?? [section(text)] };
}

/** Says something where there is no message to answer to: in a small modal, over the one it came from if any. */
export async function answerModal(
  client: Client,
  triggerId: string,
  above: 'modal' | 'home',
  said: Said,
  reader: Reader,
  log: Log,
): Promise<void> {
  const view = modalOf(sendable(said, 'response', log), reader);
  try {
    if (above === 'modal') await client.views.push({ trigger_id: triggerId, view });
    else await client.views.open({ trigger_id: triggerId, view });
  } catch (fault) {
    // The handler itself may have used the trigger, and Slack allows three modals on top of each other.
    log.info('response.lost', { error: String(fault) });
  }
}
