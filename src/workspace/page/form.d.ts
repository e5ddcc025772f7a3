/** What a person has filled in on a view or message, and what is sent for it. */
export type Json = Record<string, unknown>;
export type Value = string | number | string[] | null;
export type Values = Record<string, Value>;
export type Problem =
  | { kind: 'required' | 'email' | 'url' | 'number' | 'whole' }
  | { kind: 'short' | 'long' | 'low' | 'high'; limit: number };
export interface Field {
  key: string;
  block: Json;
  element: Json;
  input: boolean;
}
export function keyOf(block: Json, element: Json): string;
export function fieldsOf(blocks: Json[]): Field[];
export function initialValue(element: Json): Value;
export function valuesOf(blocks: Json[], held: Values): Values;
export function submissionOf(blocks: Json[], values: Values): Record<string, Value>;
export function problemsOf(blocks: Json[], values: Values): Record<string, Problem>;
export function textOfRichText(value: unknown): string;
