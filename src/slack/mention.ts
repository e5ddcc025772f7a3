/** Reads how a person is named in a typed line. */

/** `<@U1|name>` or `<@U1>` names an id, `@name` or a bare name a handle; null when the text is neither. */
export function mentionOf(text: string): { id: string } | { handle: string } | null {
  const escaped = /^<@([A-Za-z0-9_-]+)(?:\|[^>]*)?>$/.exec(text.trim());
  if (escaped?.[1] !== undefined) return { id: escaped[1] };
  const typed = /^[@＠]?([\p{L}\p{N}._-]{1,80})$/u.exec(text.trim());
  return typed?.[1] === undefined ? null : { handle: typed[1] };
}
