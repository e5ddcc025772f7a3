/** Reads a view's state as plain values, one per action_id. */
import type { FormValues } from './command.ts';
import { writtenFile } from './slackFile.ts';
import { legible } from './typed.ts';

interface StateValue {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[] | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[] | null;
  selected_channel?: string | null;
  selected_conversation?: string | null;
  files?: { id: string; name?: string | null }[] | null;
}

/** Slack's `state.values` (block_id, action_id, value object) as plain values; what is empty is null. */
export function valuesOf(state: unknown): FormValues {
  const blocks =
    (state as { values?: Record<string, Record<string, StateValue>> | null } | null | undefined)?.values ?? {};
  const inputs = Object.values(blocks).flatMap(block => Object.entries(block));
  // Not by assigning: an input called `__proto__` would be no value but the prototype.
  return Object.fromEntries(inputs.map(([actionId, value]) => [actionId, plainOf(value)]));
}

function plainOf(value: StateValue): string | string[] | null {
  const several =
    value.selected_options?.map(option => option.value) ??
    value.selected_users ??
    value.files?.map(({ id, name }) => writtenFile({ id, name: legible(name ?? id) }));
  if (Array.isArray(several)) return several;
  const single =
    value.value ??
    value.selected_option?.value ??
    value.selected_date ??
    value.selected_time ??
    value.selected_user ??
    value.selected_channel ??
    value.selected_conversation ??
    value.selected_date_time;
  return single === undefined || single === null || single === '' ? null : legible(String(single));
}
