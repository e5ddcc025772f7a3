/** Lets in only those on this machine who mean this server: no other host name, no page of another site. */
import type { IncomingMessage } from 'node:http';

/** Why the request is refused, in a sentence; undefined when it is welcome. */
export function refusal(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return 'This server answers only to its local address.';
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some(host => origin === `http://${host}`))
    return 'This server does not take requests from other sites.';
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site === 'cross-site' && !(isNavigation && /^\/(\?|$)/.test(request.url ?? '')))
    return 'This server does not take requests from other sites.';
  return undefined;
}
