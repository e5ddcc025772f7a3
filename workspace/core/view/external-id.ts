/** An `external_id` belongs to one view of the team at a time, be it a modal or a Home. */
import type { Core } from '../core.ts';
import { MethodError } from '../methods/method.ts';
import type { View } from './views.ts';

/** The view, if its `external_id` is free. Throws `duplicate_external_id`. */
export function withOwnExternalId(core: Core, view: View): View {
  if (view.external_id === '') return view;
  const isOther = (held: View): boolean => held.external_id === view.external_id && held.id !== view.id;
  const homes = [...core.state.homes.values()] as unknown as View[];
  if (core.views.find(isOther) || homes.some(isOther)) throw new MethodError('duplicate_external_id');
  return view;
}
