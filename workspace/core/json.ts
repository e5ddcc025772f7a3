/** Reading values of unknown shape without trusting them: everything that comes over a wire passes through here. */

/** A JSON object whose fields are not known yet. */
export type JsonObject = Record<string, unknown>;

/** Whether the value is a plain JSON object (not null, not a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is something else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as text; empty when it is something else. Numbers become their digits. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The objects of a list; none when the value is no list. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether a form or JSON field means yes, the way Slack reads it: true, "true", 1, "1". */
export function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

/** Whether a form or JSON field means no, the way Slack reads it; an absent one does not. */
export function isNo(value: unknown): boolean {
  return value === false || value === 'false' || value === 0 || value === '0';
}

/** The value the text stands for, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
