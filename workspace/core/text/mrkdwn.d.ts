/** What Slack's mrkdwn is made of once read. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; text: string }
  | { type: 'user' | 'channel' | 'usergroup'; id: string; label: string }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; seconds: number; format: string; url: string; fallback: string }
  | { type: 'emoji'; name: string };

export type Node = Inline | { type: 'pre'; text: string } | { type: 'quote'; children: Inline[] };

export function parseMrkdwn(source: string, options?: { verbatim?: boolean }): Node[];
export function parsePlain(source: string, emoji?: boolean): Inline[];
export function decodeEntities(text: string): string;
export function safeUrl(url: string): string | null;
