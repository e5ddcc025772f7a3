/** A posted head of the chain, as its button carries it. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { PostedHead } from './messages.ts';

export interface RecordRefusals {
  /** The button carries no head. */
  'record.noHead': Record<never, never>;
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends RecordRefusals {}
}

/** Digits of the hash that are read at a glance: 64 bits, which nobody meets by making the chain anew. */
const SHORT = 16;

export function shortHash({ hash }: PostedHead): string {
  return hash.slice(0, SHORT);
}

/** '128:0123…': the whole head stands in the message itself. */
export function headValue({ number, hash }: PostedHead): string {
  return `${number}:${hash}`;
}

export function readHead(value: string): PostedHead | Refusal {
  const [, number, hash] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(value) ?? [];
  return number === undefined || hash === undefined ? refuse('record.noHead', {}) : { number: Number(number), hash };
}
