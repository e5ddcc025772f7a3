/** Links to messages, as chat.getPermalink writes them: they lead to the page, as somebody who may read the message. */
import type { ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import type { Message } from '../records.ts';
import type { Teams } from '../teams.ts';
import { answerText } from './wire.ts';

/** The address of a message, with that of its thread when it is a reply. */
export function permalinkOf(core: Core, { channel, ts, thread_ts }: Message): string {
  const inThread = thread_ts === undefined ? '' : `?thread_ts=${thread_ts}&cid=${channel}`;
  return `${core.url()}/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}

/** Answers a GET of `/archives/<channel>/p<timestamp>` with where the page shows it; 404 when there is no such channel. */
export function answerArchive(teams: Teams, address: string, response: ServerResponse): void {
  const url = new URL(address, 'http://127.0.0.1');
  const [, channel = '', seconds, micros] = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname) ?? [];
  const core = teams.all().find(({ state }) => state.channels.has(channel));
  const members = core?.state.channels.get(channel)?.members ?? [];
  const reader = members
    .map(id => core?.state.people.get(id))
    .find(person => person && !person.deleted && !person.is_bot);
  if (!reader) {
    answerText(response, 404, 'There is no such message here.');
    return;
  }
  const thread = url.searchParams.get('thread_ts');
  const place = [channel, `${seconds}.${micros}`, ...(thread === null ? [] : [thread])].map(encodeURIComponent);
  response.writeHead(302, { location: `/#/${encodeURIComponent(reader.id)}/${place.join('@')}` });
  response.end();
}
