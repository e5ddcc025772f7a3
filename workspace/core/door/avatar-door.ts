/** Serves the pictures of people, bots and teams: to everyone on this machine, as on Slack they are public. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { avatarAt, avatarPng } from '../avatar/avatar.ts';
import type { Teams } from '../teams.ts';
import { answerText } from './wire.ts';

/** Answers a GET of an `image_24` and the like; 404 for whoever is in no team, and for sizes Slack does not have. */
export function answerAvatar(teams: Teams, request: IncomingMessage, response: ServerResponse): void {
  const avatar = avatarAt((request.url ?? '').split('?')[0] ?? '');
  if (avatar === undefined || !isKnown(teams, avatar.id)) {
    answerText(response, 404, 'There is no such picture here.');
    return;
  }
  const bytes = avatarPng(avatar);
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': bytes.length,
    // Another picture would have another hash, and so another address.
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function isKnown(teams: Teams, id: string): boolean {
  return teams
    .all()
    .some(({ state }) => state.people.has(id) || [state.team, ...state.connected].some(team => team.id === id));
}
