/** What standard markdown is made of once read, as far as Slack's markdown block draws it. */
export type Span =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em' | 's'; children: Span[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; children: Span[] }
  | { type: 'image'; url: string; alt: string }
  | { type: 'emoji'; name: string }
  | { type: 'break' };

export type Align = 'left' | 'center' | 'right';

export type Item = { checked: boolean | null; pieces: Piece[] };

export type Piece =
  | { type: 'heading'; level: number; spans: Span[] }
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'quote'; pieces: Piece[] }
  | { type: 'list'; ordered: boolean; start: number; items: Item[] }
  | { type: 'pre'; text: string }
  | { type: 'rule' }
  | { type: 'table'; align: Align[]; head: Span[][]; rows: Span[][][] };

export function parseMarkdown(source: string): Piece[];
