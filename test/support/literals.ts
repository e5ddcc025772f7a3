/** What stands between quotation marks in a source file, without running it. */

/** Every string of the source, those within a template's expressions too; in place of an expression stands "…". */
export function textsOf(source: string): string[] {
  const found: string[] = [];
  let at = 0;

  function text(quote: string): void {
    let read = '';
    while (at < source.length && source[at] !== quote) {
      if (source[at] === '\\') {
        read += source[at + 1] === 'n' ? '\n' : (source[at + 1] ?? '');
        at += 2;
      } else if (quote === '`' && source.startsWith('${', at)) {
        at += 2;
        code('}');
        read += '…';
      } else {
        read += source[at];
        at += 1;
      }
    }
    at += 1;
    found.push(read);
  }

  function code(end: string): void {
    for (let depth = 0; at < source.length; ) {
      const sign = source[at] ?? '';
      if (sign === end && depth === 0) break;
      if (source.startsWith('//', at)) at = endOf('\n');
      else if (source.startsWith('/*', at)) at = endOf('*/');
      else {
        at += 1;
        if (sign === '{') depth += 1;
        if (sign === '}') depth -= 1;
        if (sign === "'" || sign === '"' || sign === '`') text(sign);
      }
    }
    if (end !== '') at += 1;
  }

  /** Where the text goes on behind the next such sign. */
  function endOf(sign: string): number {
    const found = source.indexOf(sign, at + 1);
    return found < 0 ? source.length : found + sign.length;
  }

  code('');
  return found;
}
