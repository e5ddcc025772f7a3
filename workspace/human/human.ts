/** What a call of the people's API is, and how it says no. */
import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Core } from '../core/core.ts';

/** A call of the page: GET fields come from the query, POST fields from a JSON body. */
export interface HumanCall {
  method: 'GET' | 'POST';
  path: string;
  /** Of a call whose body is a file: how large it may be. Its fields come from the query, the file as `bytes`. */
  mostBytes?: number;
  /** Reads the fields and answers; the answer is sent as JSON. */
  run(core: Core, fields: unknown, response: ServerResponse): unknown;
}

/** Bad input: HTTP 400 with a word for programs and a sentence for people. */
export class HumanError extends Error {
  readonly error: string;
  readonly status: number;

  constructor(error: string, message: string, status = 400) {
    super(message);
    this.error = error;
    this.status = status;
  }
}

/** A call whose fields are checked by a schema before it runs. */
export function humanCall<S extends z.ZodType>(
  method: HumanCall['method'],
  path: string,
  schema: S,
  run: (core: Core, fields: z.infer<S>, response: ServerResponse) => unknown,
): HumanCall {
  return {
    method,
    path,
    run(core, fields, response) {
      const parsed = schema.safeParse(fields);
      if (parsed.success) return run(core, parsed.data, response);
      const issue = parsed.error.issues[0];
      const where = issue?.path.join('.') ?? '';
      throw new HumanError(
        'invalid_arguments',
        `The field "${where}" is not right: ${issue?.message ?? 'unreadable'}.`,
      );
    },
  };
}
