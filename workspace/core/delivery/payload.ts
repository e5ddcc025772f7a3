/** The parts that commands and interactions have in common on their way to the app. */

import type { InteractionType } from '../app/happenings.ts';
import type { Core } from '../core.ts';
import { APP_ID } from '../identity.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Person } from '../records.ts';
import type { ResponsePlace } from '../view/tickets.ts';
import type { View } from '../view/views.ts';

/** What every interaction says about itself and the person; a shortcut names no app, and one for everywhere no handle twice. */
export function interaction(core: Core, type: InteractionType, person: Person): JsonObject {
  const { team, credentials } = core.state;
  const { id, name, team_id } = person;
  return {
    type,
    user: { id, username: name, ...(type !== 'shortcut' && { name }), team_id },
    ...(type !== 'shortcut' && type !== 'message_action' && { api_app_id: APP_ID }),
    token: credentials.verificationToken,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A channel's name as payloads give it. */
export function payloadChannelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'group' ? 'privategroup' : channel.name;
}

/** A new response URL for this place. */
export function responseUrl(core: Core, kind: 'commands' | 'actions', place: ResponsePlace): string {
  return core.url() + core.tickets.issueResponse(kind, core.state.team.id, place);
}

/** A view as payloads show it: a copy, so that later typing does not change what was delivered. */
export function viewPayload(view: View): JsonObject {
  return structuredClone(view) as unknown as JsonObject;
}
