/** What an ordered fault does to a call: some keep it from being done, the others spoil the answer to what was done. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultOrder } from '../delivery/faults.ts';
import type { JsonObject } from '../json.ts';
import { answerJson, answerText } from './wire.ts';

/** What goes over the wire for a call. */
export interface Performed {
  status: number;
  answer: JsonObject;
  headers: Record<string, string>;
}

/** Milliseconds a call takes under the fault `slow`. */
const SLOW_MS = 1_500;

/** The answer to a call that a fault keeps from being done; undefined when it is done all the same. */
export async function keptFrom(fault: FaultOrder | undefined): Promise<Performed | undefined> {
  switch (fault?.kind) {
    case '429':
      return { status: 429, answer: { ok: false, error: 'ratelimited' }, headers: retryAfter(fault) };
    case 'internal_error':
    case 'error':
      return { status: 200, answer: { ok: false, error: fault.error ?? 'internal_error' }, headers: {} };
    case 'drop-before-accept':
      return { status: 200, answer: { ok: false, error: 'connection_cut' }, headers: {} };
    case 'slow':
      await new Promise(resolve => setTimeout(resolve, SLOW_MS));
      return undefined;
    default:
      return undefined;
  }
}

/** Sends the answer, or what the fault leaves of it. */
export function answerUnder(
  fault: FaultOrder | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  { status, answer, headers }: Performed,
): void {
  switch (fault?.kind) {
    case 'drop-before-accept':
    case 'drop-after-accept':
      request.socket.destroy();
      return;
    case '500':
      answerJson(response, 500, { ok: false, error: 'internal_error' });
      return;
    case 'garbage':
      answerText(response, 200, '<html><body>This is not the page you are looking for.</body></html>');
      return;
    case 'timeout':
      return;
    default:
      answerJson(response, status, answer, headers);
  }
}

function retryAfter({ retry_after = 1 }: FaultOrder): Record<string, string> {
  return retry_after === null ? {} : { 'retry-after': String(retry_after) };
}
