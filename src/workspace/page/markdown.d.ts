/** What standard markdown is made of once read, as far as Slack's markdown block draws it. */
export type Span =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em' | 's'; children: Span[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Span[] }
  | { type: 'image'; url: string; alt: string }
  | { type: 'break' };

export type Item = { spans: Span[]; checked: boolean | null; depth: number };

export type Piece =
  | { type: 'heading'; level: number; spans: Span[] }
  | { type: 'paragraph' | 'quote'; spans: Span[] }
  | { type: 'list'; ordered: boolean; start: number; items: Item[] }
  | { type: 'pre'; text: string }
  | { type: 'rule' }
  | { type: 'table'; head: Span[][]; rows: Span[][][] };

export function parseMarkdown(source: string): Piece[];
