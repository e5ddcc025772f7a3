/** What a Web API method is: a name, the token and scopes it needs, and what it answers. */
import type { Core } from '../core.ts';
import type { JsonObject } from '../json.ts';

/** One call from the app. `args` are form texts, with the known JSON fields already read. */
export interface Call {
  core: Core;
  args: JsonObject;
  /** The scopes the token has; undefined when none are checked. */
  scopes: string[] | undefined;
}

export interface Method {
  name: string;
  /** Which token it wants: the bot's, the app's (xapp), or any or none. */
  token: 'bot' | 'app' | 'none';
  /** Scopes of which the token must have one, possibly depending on the arguments. */
  scopes: readonly string[];
  /** Answers without `ok`, which is added; throws MethodError for `ok: false`. */
  run(call: Call): JsonObject | Promise<JsonObject>;
}

/** An answer with `ok: false`. */
export class MethodError extends Error {
  readonly answer: JsonObject;

  constructor(error: string, more: JsonObject = {}) {
    super(error);
    this.answer = { ...more, ok: false, error };
  }
}

/** The call came too soon; answered with HTTP 429 and `Retry-After`. */
export class TooSoon extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super('ratelimited');
    this.seconds = seconds;
  }
}

/** Throws Slack's `missing_scope` unless the token has one of the scopes. */
export function requireScope(call: Call, needed: readonly string[]): void {
  const { scopes } = call;
  if (scopes === undefined || needed.length === 0 || needed.some(scope => scopes.includes(scope))) return;
  throw new MethodError('missing_scope', { needed: needed.join(','), provided: scopes.join(',') });
}

/** Slack's `invalid_arguments` with its reasons. */
export function invalidArguments(...messages: string[]): MethodError {
  return new MethodError('invalid_arguments', {
    response_metadata: { messages: messages.map(text => `[ERROR] ${text}`) },
  });
}
