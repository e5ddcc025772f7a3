/** The people's API as a surface: all its calls, and how a request finds its own. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core/core.ts';
import { answerJson, readBody, readBytes } from '../core/door/wire.ts';
import { asObject, asText, parseJson } from '../core/json.ts';
import type { OpenSurface } from '../core/surface.ts';
import type { Teams } from '../core/teams.ts';
import { clickCalls } from './click.ts';
import { commandCalls } from './command.ts';
import { controlCalls, STREAMING } from './control.ts';
import { editCalls } from './edit.ts';
import { faultCalls } from './fault.ts';
import { fileCalls } from './files.ts';
import { homeCalls } from './home.ts';
import { type HumanCall, HumanError } from './human.ts';
import { limitCalls } from './limits.ts';
import { localeCalls } from './locale.ts';
import { messageCalls } from './messages.ts';
import { peopleCalls } from './people.ts';
import { profileCalls } from './profile.ts';
import { roomCalls } from './rooms.ts';
import { Streams } from './stream.ts';
import { submitCalls } from './submit.ts';
import { type Lent, tourCalls } from './tour.ts';

/** Every call, in the order of the README. */
export const humanCalls = (lent: Lent, streams: Streams): readonly HumanCall[] => [
  ...peopleCalls,
  ...roomCalls,
  ...profileCalls,
  ...messageCalls,
  ...editCalls,
  ...fileCalls,
  ...commandCalls,
  ...clickCalls,
  ...submitCalls,
  ...homeCalls,
  ...controlCalls(streams),
  ...localeCalls,
  ...tourCalls(lent),
  ...faultCalls,
  ...limitCalls,
];

/** The surface that answers everything under `/human/`. */
export function openHuman(lent: Lent): OpenSurface {
  return teams => {
    const streams = new Streams();
    const calls = humanCalls(lent, streams);
    return {
      async answer(request, response) {
        if (request.url?.startsWith('/human/') !== true) return false;
        await answer(calls, teams, request, response);
        return true;
      },
      stop: () => streams.stop(),
    };
  };
}

/** Answers one call of the page; bad input gets HTTP 400 and a sentence. */
async function answer(
  calls: readonly HumanCall[],
  teams: Teams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  try {
    const atPath = calls.filter(call => call.path === url.pathname);
    const call = atPath.find(candidate => candidate.method === request.method);
    if (atPath.length === 0) throw new HumanError('not_found', `There is no ${url.pathname} here.`, 404);
    if (!call) throw new HumanError('method_not_allowed', `${url.pathname} is not called with ${request.method}.`, 405);
    const fields = await fieldsOf(call, url, request);
    const answer = await call.run(coreFor(teams, fields), fields, response);
    if (answer !== STREAMING) answerJson(response, 200, answer);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    answerJson(response, error.status, { ok: false, error: error.error, message: error.message });
  }
}

/** The team the fields name, or that of the person who acts; without either, the first. */
function coreFor(teams: Teams, fields: unknown): Core {
  const { team, user } = asObject(fields);
  if (team === undefined) return (typeof user === 'string' && teams.ofPerson(user)) || teams.first;
  const named = teams.named(asText(team));
  if (!named) throw new HumanError('team_not_found', `There is no team "${asText(team)}" here.`);
  return named;
}

async function fieldsOf(call: HumanCall, url: URL, request: IncomingMessage): Promise<unknown> {
  const query = Object.fromEntries(url.searchParams);
  if (call.mostBytes !== undefined) return { ...query, bytes: await readBytes(request, call.mostBytes) };
  return call.method === 'GET' ? query : jsonBody(request);
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  if (!asText(request.headers['content-type']).startsWith('application/json'))
    throw new HumanError('invalid_content_type', 'Send JSON, with the content type application/json.', 415);
  const fields = parseJson(await readBody(request));
  if (fields === undefined) throw new HumanError('invalid_json', 'The body is not JSON.');
  return fields;
}
