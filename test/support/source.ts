/** The repository's own source, for tests about how it is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** A path from the root without its extension for our own files, otherwise the name as written. */
  target: string;
  typesOnly: boolean;
}

/** Every TypeScript file under these folders and files, generated ones left out. */
export function sourceFiles(...places: string[]): SourceFile[] {
  return places
    .flatMap(place => (place.endsWith('.ts') ? [place] : under(place)))
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

function under(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !path.startsWith('src/store/generated/'))
    .sort();
}

const statement =
  /^(?:import|export)\s+(type\s+)?([^;'"]*?from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, type, names, from, loaded]) => {
    const name = from ?? loaded ?? '';
    const target = name.startsWith('.') ? posix.join(dirname(path), name).replace(/\.ts$/, '') : name;
    return { target, typesOnly: type !== undefined || onlyTypes(names) };
  });
}

/** `{ type A, type B } from`: nothing of it is left when the program runs. */
function onlyTypes(names: string | undefined): boolean {
  const listed = /^\{([^}]*)\}\s*from\s+$/.exec(names ?? '')?.[1];
  return listed?.split(',').every(name => name.trim() === '' || /^type\s/.test(name.trim())) === true;
}
