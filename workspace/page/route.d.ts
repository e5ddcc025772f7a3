/** Who is shown where, as the page's address keeps it. */
export interface Place {
  user: string;
  /** A channel's name or id, or "home" for the app's Home tab. */
  channel: string;
  /** The message to show there, by its timestamp, and the thread it is a reply in. */
  ts?: string;
  thread?: string;
}
export function linkOf(origin: string, channel: string, message: { ts: string; thread_ts?: string }): string;
export function placeOfLink(origin: string, url: string): { channel: string; ts: string; thread?: string } | null;
export const MOST_PANES: number;
export function readRoute(hash: string): Place[];
export function writeRoute(places: Place[]): string;
