/** The Web API: reads a call as the SDK sends it, checks token and scopes, runs the method, and fails it when a fault was ordered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { asText, isObject, type JsonObject, parseJson } from '../json.ts';
import { type Call, type Method, MethodError, requireScope, TooSoon } from '../methods/method.ts';
import { METHODS } from '../methods/register.ts';
import type { Teams } from '../teams.ts';
import { answerUnder, keptFrom, type Performed } from './call-fault.ts';
import { unreadable, withCharsetWarning } from './content-type.ts';
import { readBody, readForm } from './wire.ts';

/** The fields whose text is JSON; every other text stays text even when it looks like JSON. */
const JSON_FIELDS = ['blocks', 'view', 'attachments', 'metadata', 'files'];
/** Bytes a form may carry. */
const MOST_FORM_BYTES = 1024 * 1024;

/** What a token may do that is not restricted. */
const EVERY_SCOPE = [
  ...new Set([...METHODS.values()].filter(({ token }) => token === 'bot').flatMap(one => one.scopes)),
];

/** Answers one call for the team whose token it bears: HTTP 200 whatever the method says, 429 when it came too soon. */
export async function answerCall(teams: Teams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const name = url.pathname.slice('/api/'.length);
  const { first } = teams;
  const at = first.traffic.now();
  const began = performance.now();
  const end = first.activity.begin();
  try {
    const args = await readArguments(url, request);
    const fault = first.faults.takeForCall(name);
    const type = asText(request.headers['content-type']);
    const token = bearer(request) ?? asText(args?.token);
    const core = teams.ofToken(token) ?? first;
    const done = async (): Promise<Performed> => (args ? perform(core, name, token, args) : unreadable(type));
    const performed = withCharsetWarning(type, (await keptFrom(fault)) ?? (await done()));
    const { status, answer } = performed;
    const { token: _token, ...payload } = isObject(args) ? args : { token: '' };
    core.traffic.add({
      at,
      direction: 'from_bot',
      method: name,
      ...(core !== first && { team_id: core.state.team.id }),
      payload,
      answer,
      ack_ms: Math.round(performance.now() - began),
      ok: status === 200 && answer.ok === true,
      ...(answer.ok !== true && { error: asText(answer.error) }),
      ...(fault && { fault: fault.kind }),
    });
    answerUnder(fault, request, response, performed);
  } finally {
    end();
  }
}

async function perform(core: Core, name: string, token: string, args: JsonObject): Promise<Performed> {
  const failed = (error: string, status = 200, headers = {}): Performed => ({
    status,
    answer: { ok: false, error },
    headers,
  });
  const method = METHODS.get(name);
  if (!method) return { status: 200, answer: { ok: false, error: 'unknown_method', req_method: name }, headers: {} };
  const scopes = method.token === 'app' ? undefined : core.profile.scopes;
  const headers: Record<string, string> = scopeHeaders(method, scopes);
  const call: Call = { core, args, scopes };
  try {
    checkToken(core, method, token);
    const wait = core.limiter.call(name);
    if (wait > 0) throw new TooSoon(wait);
    requireScope(call, method.scopes);
    return { status: 200, answer: { ok: true, ...(await method.run(call)) }, headers };
  } catch (error) {
    if (error instanceof TooSoon)
      return failed('ratelimited', 429, { ...headers, 'retry-after': String(error.seconds) });
    if (error instanceof MethodError) return { status: 200, answer: error.answer, headers };
    throw error;
  }
}

/** The arguments of the address and the body together; undefined when the body cannot be read. */
async function readArguments(url: URL, request: IncomingMessage): Promise<JsonObject | undefined> {
  const given = await bodyArguments(request);
  if (!given) return undefined;
  const args: JsonObject = { ...Object.fromEntries(url.searchParams), ...given };
  for (const field of JSON_FIELDS) {
    const text = args[field];
    if (typeof text === 'string' && text !== '') args[field] = parseJson(text) ?? text;
  }
  return args;
}

async function bodyArguments(request: IncomingMessage): Promise<JsonObject | undefined> {
  const type = asText(request.headers['content-type']);
  if (type.includes('multipart/form-data')) {
    // No method takes a file itself: its bytes go to the address `files.getUploadURLExternal` gives.
    const form = await readForm(request, MOST_FORM_BYTES);
    return form && Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  }
  const body = await readBody(request);
  if (!type.includes('application/json')) return Object.fromEntries(new URLSearchParams(body));
  const parsed = body === '' ? {} : parseJson(body);
  return isObject(parsed) ? parsed : undefined;
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function checkToken(core: Core, method: Method, token: string): void {
  if (method.token === 'none') return;
  const { botToken, appToken } = core.state.credentials;
  if (token === '') throw new MethodError('not_authed');
  if (token !== botToken && token !== appToken) throw new MethodError('invalid_auth');
  if ((token === appToken) !== (method.token === 'app')) throw new MethodError('not_allowed_token_type');
}

function scopeHeaders(method: Method, scopes: string[] | undefined): Record<string, string> {
  if (method.token === 'none') return {};
  const held = method.token === 'app' ? ['connections:write'] : (scopes ?? EVERY_SCOPE);
  return { 'x-oauth-scopes': held.join(','), 'x-accepted-oauth-scopes': method.scopes.join(',') };
}
