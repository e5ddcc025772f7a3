/** `api.test`, `auth.test`, `team.info`, `bots.info`, `apps.connections.open`: who is asking, and how to connect. */

import { avatarUrls } from '../avatar/avatar.ts';
import { APP_ID, foreignBot } from '../identity.ts';
import { asText, type JsonObject } from '../json.ts';
import { botProfile, foreignBotProfile } from '../message/message.ts';
import { textArgument } from './arguments.ts';
import { type Method, MethodError } from './method.ts';

export const teamMethods: Method[] = [
  {
    name: 'api.test',
    token: 'none',
    scopes: [],
    run({ args }) {
      const { token: _token, ...rest } = args;
      const error = asText(args.error);
      if (error !== '') throw new MethodError(error, { args: rest });
      return Object.keys(rest).length > 0 ? { args: rest } : {};
    },
  },
  {
    name: 'auth.test',
    token: 'bot',
    scopes: [],
    run({ core }): JsonObject {
      const { team, people, bot } = core.state;
      return {
        url: `${core.url()}/`,
        team: team.name,
        user: people.get(bot.user_id)?.name ?? '',
        team_id: team.id,
        user_id: bot.user_id,
        bot_id: bot.id,
        is_enterprise_install: false,
      };
    },
  },
  {
    name: 'apps.connections.open',
    token: 'app',
    scopes: ['connections:write'],
    run({ core }) {
      const host = core.url().replace(/^http/, 'ws');
      return { url: `${host}/link/?ticket=${core.sockets.issueTicket()}&app_id=${APP_ID}` };
    },
  },
  {
    name: 'team.info',
    token: 'bot',
    scopes: ['team:read'],
    run(call) {
      const { core } = call;
      const { team, connected } = core.state;
      const wanted = textArgument(call, 'team') || team.id;
      const known = [team, ...connected].find(held => held.id === wanted);
      if (!known) throw new MethodError('team_not_found');
      const { id, name, domain } = known;
      const icon = { ...avatarUrls(core.url(), id, 'team'), image_default: true };
      return { team: { id, name, domain, email_domain: '', url: `${core.url()}/`, icon, is_verified: false } };
    },
  },
  {
    name: 'bots.info',
    token: 'bot',
    scopes: ['users:read'],
    run(call) {
      const bot = textArgument(call, 'bot');
      const { people, bot: own } = call.core.state;
      const other = [...people.values()].find(
        ({ id, is_bot }) => is_bot && id !== own.user_id && foreignBot(id).id === bot,
      );
      const found = bot === '' || bot === own.id ? botProfile(call.core) : foreignBotProfile(call.core, other);
      if (!found) throw new MethodError('bot_not_found');
      const { team_id: _team, ...profile } = found;
      return { bot: profile };
    },
  },
];
