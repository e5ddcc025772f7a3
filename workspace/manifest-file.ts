/** Reads the file an app's manifest stands in, JSON or YAML, as Slack takes both; what is wrong is said with the line it is in. */
import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { ManifestError, type ManifestFault, readManifest } from './core/app/manifest.ts';
import { jsonFault } from './json-fault.ts';

/**
 * The manifest in a file: JSON in one that ends in `.json`, YAML in one that ends in `.yaml` or `.yml`, in any other what
 * it begins as. Throws one sentence with the file, what is wrong, and the line of each fault.
 */
export function readManifestFile(path: string): unknown {
  const fail: Fail = why => {
    throw new Error(`The manifest ${path} cannot be used: ${why}.`);
  };
  const text = textOf(path, fail);
  if (text.trim() === '') fail('it is empty');
  return isJson(path, text) ? jsonIn(text, fail) : yamlIn(text, fail);
}

type Fail = (why: string) => never;

function textOf(path: string, fail: Fail): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException;
    const known: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'this user may not read it',
    };
    return fail(known[code ?? ''] ?? message);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('it is not written in UTF-8');
  }
}

function isJson(path: string, text: string): boolean {
  if (/\.json$/i.test(path)) return true;
  return !/\.ya?ml$/i.test(path) && /^\s*[{[]/.test(text);
}

function jsonIn(text: string, fail: Fail): unknown {
  const { document, lines } = parsed(text);
  const fault = jsonFault(text);
  if (fault) fail(`it is not JSON, ${fault.why} (line ${lines.linePos(fault.at).line})`);
  // JSON keeps the last of two fields of a name and says nothing; whoever wrote both meant something else.
  const twice = document.errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice) fail(`a field stands there twice (line ${lines.linePos(twice.pos[0]).line})`);
  return checked(JSON.parse(text), document, lines, fail);
}

function yamlIn(text: string, fail: Fail): unknown {
  const { document, lines } = parsed(text);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const { code, message, pos } = fault;
    const known: Partial<Record<typeof code, string>> = {
      DUPLICATE_KEY: 'a field stands there twice',
      MULTIPLE_DOCS: 'a second document begins, and a manifest is one',
    };
    const why = known[code] ?? `it is not YAML, ${message.replace(/^[A-Z]/, first => first.toLowerCase())}`;
    fail(`${why} (line ${lines.linePos(pos[0]).line})`);
  }
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return;
      fail(
        `nothing is called &${alias.source} before *${alias.source} (line ${lines.linePos(alias.range?.[0] ?? 0).line})`,
      );
    },
  });
  let manifest: unknown;
  try {
    manifest = document.toJS();
  } catch (wrong) {
    // Aliases of aliases that would grow without end.
    fail(`it cannot be read as YAML, ${(wrong as Error).message}`);
  }
  return checked(manifest, document, lines, fail);
}

/** The text as a document of YAML, which JSON is too, with the lines its parts are in. */
function parsed(text: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** The manifest, once it is one. */
function checked(manifest: unknown, document: Document.Parsed, lines: LineCounter, fail: Fail): unknown {
  try {
    readManifest(manifest);
    return manifest;
  } catch (fault) {
    if (!(fault instanceof ManifestError)) throw fault;
    const told = ({ path, sentence }: ManifestFault): string => {
      const at = placeOf(document, path);
      return at === undefined ? sentence : `${sentence} (line ${lines.linePos(at).line})`;
    };
    return fail(fault.faults.map(told).join('; '));
  }
}

/** Where a field stands, or the nearest around it that is there; undefined when none is. */
function placeOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let at: number | undefined;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(each => isScalar(each.key) && each.key.value === key);
      if (!pair) break;
      at = isNode(pair.key) ? pair.key.range?.[0] : at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      at = (isNode(node) ? node.range?.[0] : undefined) ?? at;
    }
  }
  return at;
}
