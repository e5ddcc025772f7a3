/** Reads a view's state as plain values, one per action_id. */
import type { FormValues } from './command.ts';
import { legible } from './typed.ts';

interface StateValue {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_conversation?: string | null;
}

/** Slack's `state.values` (block_id, action_id, value object) as plain values; what is empty is null. */
export function valuesOf(state: unknown): FormValues {
  const blocks = (state as { values?: Record<string, Record<string, StateValue>> } | undefined)?.values ?? {};
  const plain: FormValues = {};
  for (const inputs of Object.values(blocks)) {
    for (const [actionId, value] of Object.entries(inputs)) plain[actionId] = plainOf(value);
  }
  return plain;
}

function plainOf(value: StateValue): string | string[] | null {
  if (value.selected_options !== undefined) return value.selected_options.map(option => option.value);
  if (value.selected_users !== undefined) return value.selected_users;
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
