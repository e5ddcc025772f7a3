/** What a reader sees of a message or a modal, from top to bottom, a line a text; buttons in brackets. */
export function shown(of: { blocks?: unknown[] } | null | undefined): string {
  return (of?.blocks ?? []).map(textOf).join('\n');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements, label, element } = value as Record<string, unknown>;
  if (type === 'divider') return '---';
  if (type === 'button') return `[${textOf(text)}]`;
  if (typeof text === 'string') return text;
  return [text, label, element, elements]
    .map(textOf)
    .filter(one => one !== '')
    .join(' ');
}
