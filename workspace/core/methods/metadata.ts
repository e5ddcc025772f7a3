/** Message metadata: its form, its size, and how it is taken away. */
import { asText, isObject, type JsonObject } from '../json.ts';
import { MethodError } from './method.ts';

/** Slack publishes no limit; this is the order of magnitude it accepts. */
const MOST_BYTES = 16_000;

/** Metadata as stored; undefined when none is given or `{}` takes it away. Throws Slack's metadata errors. */
export function readMetadata(value: unknown): JsonObject | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (!isObject(value)) throw new MethodError('invalid_metadata_format');
  if (Object.keys(value).length === 0) return undefined;
  const { event_type, event_payload } = value;
  if (asText(event_type) === '' || !isObject(event_payload)) throw new MethodError('invalid_metadata_schema');
  if (!Object.values(event_payload).every(item => isFlat(item, 1))) throw new MethodError('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(value)) > MOST_BYTES) throw new MethodError('metadata_too_large');
  return { event_type, event_payload };
}

/** Primitives, or one level of object, or a list of those. */
function isFlat(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (levels === 0) return false;
  const inside = Array.isArray(value)
    ? value.flatMap(item => (isObject(item) ? Object.values(item) : [item]))
    : Object.values(value);
  return inside.every(item => isFlat(item, levels - 1));
}
