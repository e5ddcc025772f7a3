/** Where a text stops being JSON, and what was expected there: the same words on every version of Node, whose own name no line. */

export interface JsonFault {
  /** Characters from the beginning. */
  at: number;
  /** "a comma or "}" is missing": goes on after "it is not JSON, ". */
  why: string;
}

const TOKEN =
  /\s*("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[{}[\],:]|$)/uy;

/** The first fault of a text as JSON; undefined when it has none. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return new Reader(text).fault();
  }
}

/** Reads tokens in the order JSON allows, as far as it goes. */
class Reader {
  #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  fault(): JsonFault {
    const why = this.#value() ?? this.#end();
    return { at: this.#at, why };
  }

  /** The next token, '' at the end; undefined when none begins there. Where it begins is remembered. */
  #next(): string | undefined {
    this.#at += /\s*/y.exec(this.#text.slice(this.#at))?.[0].length ?? 0;
    TOKEN.lastIndex = this.#at;
    return TOKEN.exec(this.#text)?.[1];
  }

  /** Goes behind a token. */
  #take(token: string): void {
    this.#at += token.length;
  }

  /** Why there is no value here; undefined when there is, and it is read. */
  #value(): string | undefined {
    const token = this.#next();
    if (token === '{') return this.#list(token, '}', () => this.#field());
    if (token === '[') return this.#list(token, ']', () => this.#value());
    if (token === undefined) return this.#strange();
    if (token === '') return 'it ends too early';
    if (/^[}\],:]$/.test(token)) return `a value is missing before "${token}"`;
    this.#take(token);
    return undefined;
  }

  #list(open: string, close: string, entry: () => string | undefined): string | undefined {
    this.#take(open);
    if (this.#next() === close) return this.#taken(close);
    for (;;) {
      const fault = entry();
      if (fault !== undefined) return fault;
      const token = this.#next();
      if (token === close) return this.#taken(close);
      if (token === '') return 'it ends too early';
      if (token !== ',') return `a comma or "${close}" is missing`;
      this.#take(token);
      if (this.#next() === close) return `a comma stands before "${close}"`;
    }
  }

  #field(): string | undefined {
    const key = this.#next();
    if (key === '') return 'it ends too early';
    if (key === undefined || !key.startsWith('"')) return 'a name in double quotes is missing';
    this.#take(key);
    if (this.#next() !== ':') return `a colon is missing after ${key}`;
    this.#take(':');
    return this.#value();
  }

  #taken(token: string): undefined {
    this.#take(token);
  }

  /** What is wrong where no token begins. */
  #strange(): string {
    const sign = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    if (sign === '"') return 'a text in quotes does not end on its line, or has a sign JSON does not know in it';
    if (sign === "'") return 'texts stand in double quotes';
    if (sign === '/' || sign === '#') return 'there are no comments in JSON';
    return `"${sign}" begins no value`;
  }

  #end(): string {
    return this.#next() === '' ? 'it is no JSON' : 'something stands behind its end';
  }
}
