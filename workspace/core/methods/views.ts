/** `views.*`: the app opens, pushes and changes modals and publishes Home tabs. */

import { isObject, type JsonObject } from '../json.ts';
import { withOwnExternalId } from '../view/external-id.ts';
import type { Trigger } from '../view/tickets.ts';
import { makeView, type View } from '../view/views.ts';
import { personArgument, textArgument } from './arguments.ts';
import { checkView } from './blocks.ts';
import { type Call, invalidArguments, type Method, MethodError } from './method.ts';

export const viewMethods: Method[] = [
  {
    name: 'views.open',
    token: 'bot',
    scopes: [],
    run(call) {
      const sent = viewArgument(call, 'modal');
      const { user, channel } = triggerArgument(call);
      const view = fresh(call, sent, undefined, channel);
      call.core.views.open(user, view, channel);
      return shown(call, user, view);
    },
  },
  {
    name: 'views.push',
    token: 'bot',
    scopes: [],
    run(call) {
      const sent = viewArgument(call, 'modal');
      const { user, view: from } = triggerArgument(call);
      const { views } = call.core;
      if (from === undefined || !views.stack(user).some(view => view.id === from)) throw new MethodError('not_found');
      const view = fresh(call, sent, undefined, views.conversation(user));
      if (!views.push(user, view)) throw new MethodError('push_limit_reached');
      return shown(call, user, view);
    },
  },
  {
    name: 'views.update',
    token: 'bot',
    scopes: [],
    run(call) {
      const { core } = call;
      const id = textArgument(call, 'view_id');
      const external = textArgument(call, 'external_id');
      if (id === '' && external === '') throw invalidArguments('missing required field: view_id or external_id');
      const fits = (view: View): boolean => (id === '' ? view.external_id === external : view.id === id);
      const open = core.views.find(fits) ?? publishedHome(call, fits);
      if (!open) throw new MethodError('not_found');
      const sent = viewArgument(call, open.view.type);
      checkHash(call, open.view);
      const view = fresh(call, sent, open.view, core.views.conversation(open.user));
      if (view.type === 'home') publish(call, open.user, view);
      else core.views.replace(view);
      return shown(call, open.user, view);
    },
  },
  {
    name: 'views.publish',
    token: 'bot',
    scopes: [],
    run(call) {
      const { core } = call;
      const sent = viewArgument(call, 'home');
      const person = personArgument(call, 'user_id');
      if (!core.profile.homeTab) throw new MethodError('not_enabled');
      const before = core.state.homes.get(person.id) as View | undefined;
      if (before) checkHash(call, before);
      const view = fresh(call, sent, before);
      publish(call, person.id, view);
      return shown(call, person.id, view);
    },
  },
];

/** The view argument, checked; throws when it is none or breaks Block Kit's limits. */
function viewArgument(call: Call, kind: 'modal' | 'home'): JsonObject {
  const { view } = call.args;
  if (!isObject(view)) throw invalidArguments('missing required field: view');
  checkView(view, kind);
  return view;
}

function fresh(call: Call, sent: JsonObject, keep?: View, conversation?: string): View {
  return withOwnExternalId(call.core, makeView(sent, call.core.state, keep, conversation));
}

function triggerArgument(call: Call): Trigger {
  const id = textArgument(call, 'trigger_id') || textArgument(call, 'interactivity_pointer');
  if (id === '') throw invalidArguments('missing required field: trigger_id');
  const trigger = call.core.tickets.useTrigger(id);
  if (typeof trigger === 'string') throw new MethodError(trigger);
  return trigger;
}

function checkHash(call: Call, view: View): void {
  const hash = textArgument(call, 'hash');
  if (hash !== '' && hash !== view.hash) throw new MethodError('hash_conflict');
}

function publishedHome(call: Call, fits: (view: View) => boolean): { user: string; view: View } | undefined {
  for (const [user, held] of call.core.state.homes) {
    const view = held as unknown as View;
    if (fits(view)) return { user, view };
  }
  return undefined;
}

function publish(call: Call, user: string, view: View): void {
  call.core.state.direct(user, call.core.state.bot.user_id);
  call.core.state.putHome(user, view as unknown as JsonObject);
}

function shown(call: Call, user: string, view: View): JsonObject {
  call.core.hints.tell({ type: view.type === 'home' ? 'home' : 'view', user });
  return { view };
}
