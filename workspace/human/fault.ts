/** `/human/fault`: failures are ordered, listed and called off. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import {
  CALL_FAULTS,
  CONNECTION_FAULTS,
  DELIVERY_FAULTS,
  DISCONNECT_REASONS,
  type FaultKind,
  type FaultOrder,
  type WaitingFault,
} from '../core/delivery/faults.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';

const fields = z.object({
  kind: z.enum([...CALL_FAULTS, ...DELIVERY_FAULTS, ...CONNECTION_FAULTS]),
  method: z.string().min(1).max(100).optional(),
  count: z.number().int().min(0).max(1000).optional(),
  seconds: z.number().positive().max(3600).optional(),
  error: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,99}$/, 'an error is a word like invalid_auth')
    .optional(),
  retry_after: z
    .union([
      z.number().int().min(0).max(86_400),
      z.string().regex(/^[\x20-\x7e]{0,100}$/, 'a header holds printable ASCII'),
      z.null(),
    ])
    .optional(),
  reason: z.enum(DISCONNECT_REASONS).optional(),
});

type Fields = z.infer<typeof fields>;

/** Fields that mean something to one kind only. */
const OF_KIND: Partial<Record<keyof Fields, FaultKind>> = { error: 'error', retry_after: '429', reason: 'disconnect' };

export const faultCalls: HumanCall[] = [
  humanCall('GET', '/human/fault', z.object({}), core => ({ faults: core.faults.waiting() })),
  humanCall('POST', '/human/fault', fields, (core, given) => {
    check(given);
    if (given.kind === 'disconnect') {
      core.transport.disconnect(given.reason);
      return told(core);
    }
    const { count = 1, kind, ...rest } = given;
    const id = core.faults.order({ kind, count, ...present(rest) });
    return told(core, id);
  }),
  humanCall('POST', '/human/fault/cancel', z.object({ id: z.number().int().positive().optional() }), (core, { id }) => {
    if (!core.faults.cancel(id)) throw new HumanError('fault_not_found', `There is no fault ${id} waiting.`);
    return told(core);
  }),
];

/** Throws a sentence when fields do not go together. */
function check(given: Fields): void {
  const no = (message: string): HumanError => new HumanError('invalid_arguments', message);
  for (const [field, kind] of Object.entries(OF_KIND))
    if (given[field as keyof Fields] !== undefined && given.kind !== kind)
      throw no(`The field "${field}" belongs to the kind "${kind}" only.`);
  if (given.kind === 'error' && given.error === undefined && given.count !== 0)
    throw no('The kind "error" needs the field "error": which of Slack’s errors to answer with.');
  if (given.error === 'ratelimited') throw no('A call that came too soon is the kind "429", not an error.');
  if (given.seconds !== undefined && given.count !== undefined) throw no('Give either count or seconds.');
  const isOfConnections = CONNECTION_FAULTS.some(kind => kind === given.kind);
  if (isOfConnections && given.method !== undefined)
    throw no(`The kind "${given.kind}" strikes connections; it takes no method.`);
  if (given.kind === 'disconnect' && given.seconds !== undefined)
    throw no('A disconnect happens at once; refuse-connection keeps the app away for a number of seconds.');
}

function present(rest: Omit<Fields, 'kind' | 'count' | 'reason'>): Partial<FaultOrder> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

/** What is waiting now, for the one who asked and for every open page. */
function told(core: Core, id?: number): { ok: true; id?: number; faults: WaitingFault[] } {
  core.hints.tell({ type: 'fault' });
  return { ok: true, ...(id !== undefined && { id }), faults: core.faults.waiting() };
}
