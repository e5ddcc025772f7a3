/** What a person has filled in on a view or message, and what is sent for it. */
export type Json = Record<string, unknown>;
export type Value = string | number | string[] | Json | null;
export type Values = Record<string, Value>;
export interface Field {
  key: string;
  block: Json;
  element: Json;
}
export function keyOf(block: Json, element: Json): string;
export function fieldsOf(blocks: Json[]): Field[];
export function initialValue(element: Json, here?: string): Value;
export function valuesOf(blocks: Json[], held: Values, here?: string): Values;
export function submissionOf(blocks: Json[], values: Values): Record<string, Value>;
