/** Who is shown where, as the page's address keeps it. */
export interface Place {
  user: string;
  /** A channel's name or id, or "home" for the app's Home tab. */
  channel: string;
}
export const MOST_PANES: number;
export function readRoute(hash: string): Place[];
export function writeRoute(places: Place[]): string;
