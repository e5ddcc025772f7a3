/** What Slack says about the way a call is written: a body it cannot read, and JSON that does not name its charset. */

import { asObject } from '../json.ts';
import type { Performed } from './call-fault.ts';

const isJson = (type: string): boolean => type.includes('application/json');

/** The answer to a call whose body cannot be read. */
export function unreadable(type: string): Performed {
  return {
    status: 200,
    answer: { ok: false, error: isJson(type) ? 'invalid_json' : 'invalid_form_data' },
    headers: {},
  };
}

/** The answer, with a warning when the call was JSON of no named charset. */
export function withCharsetWarning(type: string, performed: Performed): Performed {
  if (!isJson(type) || /charset=/i.test(type) || performed.status !== 200) return performed;
  const { answer } = performed;
  const metadata = asObject(answer.response_metadata);
  const earlier = Array.isArray(metadata.warnings) ? metadata.warnings : [];
  const warnings = [...earlier, 'missing_charset'];
  const told = { warning: warnings.join(','), response_metadata: { ...metadata, warnings } };
  return { ...performed, answer: { ...answer, ...told } };
}
