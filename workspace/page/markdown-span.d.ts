/** The spans of standard markdown. */
import type { Span } from './markdown.d.ts';
export function parseSpans(text: string): Span[];
