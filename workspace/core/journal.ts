/** What happened, line by line in one file: each line is in the kernel's hands before anyone is told, so a kill at any moment loses nothing told. */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject, parseJson } from './json.ts';

/** One remembered change; `kind` says what `value` is. */
export interface Entry {
  kind: string;
  value: JsonObject;
}

export interface Journal {
  /** Everything remembered from before, oldest first. */
  read(): Entry[];
  /** Replaces the file by these entries at once (compaction) and opens it for appending. */
  begin(entries: Entry[]): void;
  append(entry: Entry): void;
  close(): void;
}

/** A journal in `directory`, readable by its owner only; without a directory, one that forgets. */
export function openJournal(directory: string | undefined, name = 'workspace.jsonl'): Journal {
  if (directory === undefined) return { read: () => [], begin() {}, append() {}, close() {} };
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, name);
  let descriptor: number | undefined;
  return {
    read: () => readEntries(path),
    begin(entries) {
      const fresh = `${path}.new`;
      const file = openSync(fresh, 'w', 0o600);
      appendFileSync(file, entries.map(line).join(''));
      fsyncSync(file);
      closeSync(file);
      renameSync(fresh, path);
      descriptor = openSync(path, 'a', 0o600);
    },
    append(entry) {
      if (descriptor === undefined) throw new Error('The workspace is stopped and remembers nothing more.');
      const { size } = fstatSync(descriptor);
      try {
        appendFileSync(descriptor, line(entry));
      } catch (error) {
        // On a full disk half a line may stand there; the next one must not be glued to it.
        ftruncateSync(descriptor, size);
        throw error;
      }
    },
    close() {
      if (descriptor === undefined) return;
      fsyncSync(descriptor);
      closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

function line(entry: Entry): string {
  return `${JSON.stringify([entry.kind, entry.value])}\n`;
}

function readEntries(path: string): Entry[] {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const lines = content.split('\n');
  // What follows the last line break was cut off by a kill in the middle of a write; nobody was told of it.
  lines.pop();
  return lines.map((text, index) => {
    const parsed = parseJson(text);
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && isObject(parsed[1]))
      return { kind: parsed[0], value: parsed[1] };
    throw new Error(`The workspace's journal ${path} is damaged at line ${index + 1}.`);
  });
}
