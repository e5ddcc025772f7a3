/** The seam between the core and what people use: a surface stands on the core, and the core knows none by name. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Teams } from './teams.ts';

/**
 * What serves people on the workspace's own server, beside the app's Web API: the page, the calls under `/human`, or
 * another. It finds who is there and what was said in each team's `Core`, acts by the core's own functions, and hears
 * of changes by `core.hints.listen`.
 */
export interface Surface {
  /** Answers a request whose path is the surface's own and resolves to true; false leaves it to the next. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Lets go of what is open, such as streams, before the server closes. */
  stop?(): void;
}

/** Makes a surface for teams that are about to open. */
export type OpenSurface = (teams: Teams) => Surface;
