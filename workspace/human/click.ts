/** `/human/click` and `/human/options`: a person presses, chooses, or types into a menu. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { interaction } from '../core/delivery/payload.ts';
import { asObject, asText, isObject, type JsonObject, objectsOf } from '../core/json.ts';
import type { Person } from '../core/records.ts';
import { isStateful, type Placed, placedElements, withWholeTexts } from '../core/view/elements.ts';
import { ownOptions, type Plain } from '../core/view/values.ts';
import { elementOf, keepValue, offerKey, type Surface, surfaceOf, valueFor } from './act.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { named, personOf } from './who.ts';

/** A plain value in a request. */
export const plainValue = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.looseObject({ type: z.literal('rich_text') }),
  z.null(),
]);

const where = {
  user: named,
  channel: named.optional(),
  ts: z.string().optional(),
  view_id: z.string().optional(),
  action_id: z.string().min(1),
  block_id: z.string().optional(),
};

export const clickCalls: HumanCall[] = [
  humanCall(
    'POST',
    '/human/click',
    z.object({
      ...where,
      value: z.string().optional(),
      selected: plainValue.optional(),
      values: z.record(z.string(), plainValue).optional(),
    }),
    async (core, fields) => {
      const person = personOf(core, fields.user);
      const surface = surfaceOf(core, person, fields);
      const placed = elementOf(surface, fields.action_id, fields.block_id, fields.value);
      keepTyped(core, person, surface, fields.values ?? {});
      const given = fields.selected !== undefined ? fields.selected : fields.value;
      const chosen = choose(core, person, placed, given);
      if (isStateful(placed)) keepValue(surface, placed, chosen);
      if (!core.profile.interactive)
        return {
          ok: false,
          error: 'interactivity_disabled',
          text: 'This app is not set up to handle interactive responses.',
        };
      if (placed.block.type === 'input' && placed.block.dispatch_action !== true)
        return { ok: true, ack_ms: null, dispatched: false };
      const channel = surface.channel?.id ?? core.views.conversation(person.id);
      const source = {
        user: person.id,
        ...(surface.view && { view: surface.view.id }),
        ...(channel !== undefined && { channel }),
      };
      const payload = {
        ...interaction(core, 'block_actions', person),
        ...surface.payload(placed),
        trigger_id: core.tickets.issueTrigger(source),
        actions: [action(placed, chosen, core.state.stamps.next())],
      };
      const { ok, ack_ms, error } = await core.deliverer.deliver({
        envelope: 'interactive',
        type: 'block_actions',
        payload,
      });
      return ok ? { ok, ack_ms } : { ok, error, text: failure(error) };
    },
  ),
  humanCall(
    'POST',
    '/human/options',
    z.object({ ...where, query: z.string().max(255).default('') }),
    async (core, fields) => {
      const person = personOf(core, fields.user);
      const surface = surfaceOf(core, person, fields);
      const placed = elementOf(surface, fields.action_id, fields.block_id);
      if (!placed.type.endsWith('external_select'))
        return { ok: true, ack_ms: null, options: ownOptions(placed.element), option_groups: [] };
      const least = typeof placed.element.min_query_length === 'number' ? placed.element.min_query_length : 3;
      if (fields.query.length < least)
        return { ok: true, ack_ms: null, options: [], option_groups: [], min_query_length: least };
      const { response_url: _url, state: _state, ...place } = surface.payload(placed);
      const { action_id, block_id } = placed;
      const payload = {
        ...interaction(core, 'block_suggestion', person),
        ...place,
        action_id,
        block_id,
        value: fields.query,
      };
      const { ok, ack_ms, body, error } = await core.deliverer.deliver({
        envelope: 'interactive',
        type: 'block_suggestion',
        payload,
      });
      if (!ok) return { ok, error, text: failure(error) };
      const options = objectsOf(asObject(body).options);
      const option_groups = objectsOf(asObject(body).option_groups);
      core.offered.set(offerKey(person, placed), ownOptions(withWholeTexts({ options, option_groups })));
      return { ok, ack_ms, options, option_groups };
    },
  ),
];

/** The words Slack shows beside a message or view whose interaction was not taken. */
export function failure(error: string | undefined): string {
  return error === 'operation_timeout'
    ? 'This app did not respond in time. Try again.'
    : 'We had some trouble connecting to this app. Try again.';
}

/** Remembers what stands in other fields of the surface; a field is named by its action_id, or `block_id/action_id` to tell equals apart. */
export function keepTyped(core: Core, person: Person, surface: Surface, values: Record<string, Plain>): void {
  const all = placedElements(surface.blocks).filter(isStateful);
  for (const [name, plain] of Object.entries(values)) {
    const placed = all.find(({ action_id, block_id }) => name === `${block_id}/${action_id}` || name === action_id);
    if (!placed) throw new HumanError('action_not_found', `There is no field "${name}" to fill in.`);
    keepValue(surface, placed, valueFor(core, person, placed, plain));
  }
}

/** What was chosen, in the shape of `state.values`; for elements without a value, what they say about themselves. */
function choose(core: Core, person: Person, placed: Placed, given: Plain | undefined): JsonObject {
  const { type, element } = placed;
  if (type === 'workflow_button') throw new HumanError('not_supported', 'Workflows do not run in this workspace.');
  const { visible_to_user_ids } = element;
  if (Array.isArray(visible_to_user_ids) && !visible_to_user_ids.includes(person.id))
    throw new HumanError('action_not_found', `${person.id} is not shown this button.`);
  if (type === 'button' || type === 'icon_button') return { type, ...some(element, TOLD_OF_BUTTONS) };
  if (type === 'feedback_buttons') {
    const pressed = [element.positive_button, element.negative_button].find(button => asObject(button).value === given);
    if (!isObject(pressed)) throw new HumanError('invalid_value', `Neither button has the value "${asText(given)}".`);
    return { type, text: pressed.text, value: pressed.value };
  }
  if (given === undefined)
    throw new HumanError('invalid_value', `Say what is chosen in "${placed.action_id}" (selected).`);
  return valueFor(core, person, placed, given);
}

/** What a button tells of itself, and what a picker or menu does beside what was chosen. */
const TOLD_OF_BUTTONS = ['text', 'value', 'url', 'style', 'icon'];
const TOLD_OF_MENUS = ['placeholder', 'min_query_length'];

/** The entry in `actions`: the choice, where it was made, and what the element began with. Fields for text tell their value alone. */
function action({ element, type, action_id, block_id }: Placed, chosen: JsonObject, action_ts: string): JsonObject {
  const initial = Object.keys(element).filter(key => key.startsWith('initial_'));
  const told = type.endsWith('_input') ? {} : some(element, [...initial, ...TOLD_OF_MENUS, 'confirm']);
  return { ...told, ...chosen, type, action_id, block_id, action_ts };
}

/** The fields of these names that the element has. */
function some(element: JsonObject, names: string[]): JsonObject {
  return Object.fromEntries(names.filter(name => element[name] !== undefined).map(name => [name, element[name]]));
}
