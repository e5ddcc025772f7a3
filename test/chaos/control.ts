/** What a chaos run and its replicas agree on: a file the run writes and every replica reads whenever it asks for the time. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Control {
  /** Physical milliseconds of the first occurrence; null: none is due yet. */
  begin: number | null;
  /** Milliseconds between two occurrences. */
  step: number;
  /** How many there are. */
  occurrences: number;
  /** How far the replicas' clock is from the machine's, in milliseconds. */
  ahead: number;
}

export function readControl(file: string): Control {
  return JSON.parse(readFileSync(file, 'utf8')) as Control;
}

/** Written whole and renamed, so that nobody reads half of it. */
export function writeControl(file: string, control: Control): void {
  writeFileSync(`${file}.new`, JSON.stringify(control));
  renameSync(`${file}.new`, file);
}

/** The channels the occurrences are announced in, in turn. */
export const CHANNELS = ['department', 'service', 'notices', 'leaders'] as const;

/** The number of an occurrence as the ledger's business date. */
export const dateOf = (occurrence: number): string => String(occurrence).padStart(10, '0');

/** The key of an occurrence's announcement in the outbox. */
export const keyOf = (occurrence: number): string => `chaos:${dateOf(occurrence)}`;
