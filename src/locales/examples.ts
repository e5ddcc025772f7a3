/**
 * Examples in help and refusals that work as they stand. Words name what an example needs in brackets of their own,
 * `/leave ⟦day 0⟧ annual family`; who it is for and what day it is are known only where the answer leaves, so they are
 * filled in there. A line of help whose example has nothing to name is left out, and so is what stands between `⟦[` and
 * `]⟧` of a sentence. `next` names nothing: it stands where a line needs somebody after the reader.
 */

/** What the brackets stand for, by name; undefined where there is nothing to name. */
export type Examples = Readonly<Record<string, string | undefined>>;

const TOKEN = /⟦([^⟧[\]]*)⟧/gu;
const CLAUSE = /⟦\[(.*?)\]⟧/gsu;

/** Finds what these names stand for. */
export type FindExamples = (names: ReadonlySet<string>) => Promise<Examples>;

/** The value with every text filled in by what is found; nothing is looked for where nothing is to be filled in. */
export async function filledIn<T>(value: T, find: FindExamples): Promise<T> {
  const text = value === undefined ? '' : JSON.stringify(value);
  if (!text.includes('⟦')) return value;
  return withExamples(value, await find(new Set([...text.matchAll(TOKEN)].map(([, name = '']) => name))));
}

/** The value with every text filled in. */
export function withExamples<T>(value: T, examples: Examples): T {
  if (typeof value === 'string') return filled(value, examples) as T;
  if (Array.isArray(value)) return value.map(each => withExamples<unknown>(each, examples)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withExamples<unknown>(each, examples)]),
  ) as T;
}

/** A form of a command as a hint: days as YYYY-MM-DD, people as @name. */
export function asHint(line: string): string {
  return line.replace(CLAUSE, '$1').replace(TOKEN, (_, name: string) => standIn(name));
}

function filled(text: string, examples: Examples): string {
  if (!text.includes('⟦')) return text;
  const known = (line: string) => [...line.matchAll(TOKEN)].every(([, name = '']) => examples[name] !== undefined);
  return text
    .replace(CLAUSE, (_, clause: string) => (known(clause) ? clause : ''))
    .split('\n')
    .filter(line => !line.startsWith('`/') || known(line))
    .join('\n')
    .replace(TOKEN, (_, name: string) => examples[name] ?? standIn(name));
}

function standIn(name: string): string {
  if (name === 'next') return '';
  if (name.startsWith('@')) return '@name';
  if (/^(?:leave|case|praise|note)\b/u.test(name)) return '12';
  if (name.startsWith('article.')) return '1.4';
  return name === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD';
}
