/** `/human/view`, `/human/submit`, `/human/close`: a person fills in, sends and closes modals. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { interaction, responseUrl, viewPayload } from '../core/delivery/payload.ts';
import { asObject, asText, isObject, isYes, type JsonObject, objectsOf, parseJson } from '../core/json.ts';
import { checkView } from '../core/methods/blocks.ts';
import { MethodError } from '../core/methods/method.ts';
import type { Person } from '../core/records.ts';
import { flatBlocks, isStateful, placedElements } from '../core/view/elements.ts';
import { withOwnExternalId } from '../core/view/external-id.ts';
import { makeView, type View } from '../core/view/views.ts';
import { surfaceOf, viewOf } from './act.ts';
import { checkValues } from './check.ts';
import { failure, keepTyped, plainValue } from './click.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { named, personOf } from './who.ts';

export const submitCalls: HumanCall[] = [
  humanCall('GET', '/human/view', z.object({ user: named }), (core, { user }) => {
    const person = personOf(core, user);
    return { view: core.views.top(person.id) ?? null, depth: core.views.stack(person.id).length };
  }),
  humanCall(
    'POST',
    '/human/submit',
    z.object({ user: named, view_id: z.string(), values: z.record(z.string(), plainValue).default({}) }),
    async (core, { user, view_id, values }) => submit(core, personOf(core, user), view_id, values),
  ),
  humanCall(
    'POST',
    '/human/close',
    z.object({ user: named, view_id: z.string(), all: z.boolean().default(false) }),
    async (core, { user, view_id, all }) => {
      const person = personOf(core, user);
      const view = modalOf(core, person, view_id);
      const cleared = all || view.clear_on_close;
      const closed = cleared ? core.views.clear(person.id) : core.views.close(person.id, view.id);
      core.hints.tell({ type: 'view', user: person.id });
      for (const one of closed) if (one.notify_on_close) await tellClosed(core, person, one, cleared);
      return { ok: true, view: core.views.top(person.id) ?? null };
    },
  ),
];

type Submitted = {
  ok: boolean;
  ack_ms?: number | null;
  errors?: object;
  error?: string;
  text?: string;
  view?: View | null;
};

async function submit(
  core: Core,
  person: Person,
  view_id: string,
  values: z.infer<z.ZodRecord<z.ZodString, typeof plainValue>>,
): Promise<Submitted> {
  const view = modalOf(core, person, view_id);
  if (!view.submit) throw new HumanError('no_submit', 'This modal has no button to submit it with.');
  keepTyped(core, person, surfaceOf(core, person, { view_id }), values);
  const wrong = checkValues(view, person.locale);
  if (Object.keys(wrong).length > 0) return { ok: false, errors: wrong };
  giveFiles(core, view);
  const payload = {
    ...interaction(core, 'view_submission', person),
    trigger_id: core.tickets.issueTrigger({ user: person.id, view: view.id }),
    view: viewPayload(view),
    response_urls: responseUrls(core, person, view),
  };
  const outcome = await core.deliverer.deliver({ envelope: 'interactive', type: 'view_submission', payload });
  const { ok, ack_ms, body, error } = outcome;
  if (!ok) return { ok, ...(error && { error }), text: failure(error) };
  try {
    return { ack_ms, ...react(core, person, view, body) };
  } catch (problem) {
    if (!(problem instanceof MethodError)) throw problem;
    return { ok: false, ack_ms, error: problem.message, text: failure('dispatch_failed') };
  } finally {
    core.hints.tell({ type: 'view', user: person.id });
  }
}

/** Does with the modals what the acknowledgement says. */
function react(core: Core, person: Person, view: View, body: unknown): Submitted {
  const { views, state } = core;
  const answer = asObject(body);
  switch (answer.response_action) {
    case undefined:
      views.close(person.id, view.id);
      break;
    case 'errors':
      return { ok: false, errors: submissionErrors(view, answer.errors) };
    case 'clear':
      views.clear(person.id);
      break;
    case 'update': {
      const sent = sentView(answer.view);
      // The app may have changed the view meanwhile; the new form takes the place of whatever is there now.
      const now = views.find(held => held.id === view.id)?.view ?? view;
      views.replace(withOwnExternalId(core, makeView(sent, state, now, views.conversation(person.id))));
      break;
    }
    case 'push': {
      const next = makeView(sentView(answer.view), state, undefined, views.conversation(person.id));
      if (!views.push(person.id, withOwnExternalId(core, next))) throw new MethodError('push_limit_reached');
      break;
    }
    default:
      throw new MethodError('invalid_response_action');
  }
  return { ok: true, view: views.top(person.id) ?? null };
}

/** The modal in an acknowledgement, which Slack takes as an object or as the JSON of one. Throws what is wrong with it. */
function sentView(given: unknown): JsonObject {
  const view = asObject(typeof given === 'string' ? parseJson(given) : given);
  checkView(view, 'modal');
  return view;
}

/** Errors may name input blocks of the view only; Slack shows none of them otherwise. */
function submissionErrors(view: View, errors: unknown): Record<string, string> {
  const inputs = flatBlocks(view.blocks)
    .filter(block => block.type === 'input')
    .map(block => block.block_id);
  const named = Object.entries(asObject(errors));
  if (!isObject(errors) || named.length === 0 || named.some(([block_id]) => !inputs.includes(block_id)))
    throw new MethodError('invalid_errors');
  return Object.fromEntries(named.map(([block_id, text]) => [block_id, asText(text)]));
}

/** From now on the app may read the files it is sent. */
function giveFiles(core: Core, view: View): void {
  for (const value of Object.values(view.state.values).flatMap(block => Object.values(block)))
    for (const { id } of objectsOf(value.files)) {
      const file = core.state.files.get(asText(id));
      if (file && !file.given) core.state.putFile({ ...file, given: true });
    }
}

/** A response URL for each channel chosen in a select that asked for one. */
function responseUrls(core: Core, person: Person, view: View): JsonObject[] {
  return placedElements(view.blocks).flatMap(placed => {
    if (!isStateful(placed) || !isYes(placed.element.response_url_enabled)) return [];
    const value = view.state.values[placed.block_id]?.[placed.action_id];
    const channel_id = asText(value?.selected_conversation ?? value?.selected_channel);
    if (channel_id === '') return [];
    const response_url = responseUrl(core, 'actions', { channel: channel_id, user: person.id });
    return objectsOf([{ block_id: placed.block_id, action_id: placed.action_id, channel_id, response_url }]);
  });
}

async function tellClosed(core: Core, person: Person, view: View, is_cleared: boolean): Promise<void> {
  const payload = { ...interaction(core, 'view_closed', person), view: viewPayload(view), is_cleared };
  await core.deliverer.deliver({ envelope: 'interactive', type: 'view_closed', payload });
}

function modalOf(core: Core, person: Person, id: string): View {
  const view = viewOf(core, person, id);
  if (view.type !== 'modal')
    throw new HumanError('view_not_found', `${id} is a Home tab and is neither submitted nor closed.`);
  return view;
}
