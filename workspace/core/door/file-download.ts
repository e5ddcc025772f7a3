/** Downloads: the app with its token, and people in their browser; never anything a browser would run. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { mayAppSee } from '../file/file.ts';
import { isPicture } from '../file/file-type.ts';
import { asText } from '../json.ts';
import type { Teams } from '../teams.ts';
import { answerText } from './wire.ts';

/** The address of a file: the team may be left out, and the name is there for people. */
const ADDRESS = /^\/files-pri\/(?:\w+-)?(F[0-9A-Z]+)(\/download)?(?:\/[^/]*)?$/;

/** Answers `url_private` and `url_private_download`. */
export function answerDownload(teams: Teams, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const [, id = '', download] = ADDRESS.exec(path) ?? [];
  const core = teams.all().find(({ state }) => state.files.has(id)) ?? teams.first;
  const token = /^Bearer\s+(\S+)$/i.exec(asText(request.headers.authorization))?.[1];
  const isPerson = token === undefined && isBrowser(request);
  const file = core.state.files.get(id);
  const mayApp = token !== undefined && mayRead(core, token);
  if (!isPerson) note(core, path, mayApp ? undefined : token === undefined ? 'not_authed' : 'invalid_auth');
  if (!isPerson && !mayApp) {
    // Whoever shows no token, or one that may not read files, is sent to sign in: an app that follows gets a page, not the file.
    response.writeHead(302, {
      location: `${core.url()}/?redir=${encodeURIComponent(path)}`,
      'cache-control': 'no-store',
    });
    response.end();
    return;
  }
  const bytes = file && !file.deleted && (isPerson || mayAppSee(core, file)) ? core.bytes.read(id) : undefined;
  if (!file || !bytes) {
    answerText(response, 404, 'There is no such file here.');
    return;
  }
  const shown = isPicture(file) && download === undefined;
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-length': bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${fileName(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Browsers say where a request comes from, and pages of other sites have been turned away before; programs say nothing. */
function isBrowser(request: IncomingMessage): boolean {
  return ['same-origin', 'none'].includes(asText(request.headers['sec-fetch-site']));
}

function mayRead(core: Core, token: string): boolean {
  return token === core.state.credentials.botToken && core.profile.scopes?.includes('files:read') !== false;
}

function note(core: Core, path: string, error: string | undefined): void {
  const outcome = error === undefined ? { ok: true } : { ok: false, error };
  core.traffic.add({
    at: core.traffic.now(),
    direction: 'from_bot',
    method: 'download',
    payload: { path },
    answer: null,
    ack_ms: 0,
    ...outcome,
  });
}

/** A file's name in a header: in plain letters, and as it is. */
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
