/** What a channel may be called. */

/** Slack's word against a name for a channel; undefined when it is one. */
export function nameObstacle(name: string): string | undefined {
  if (name === '') return 'invalid_name_required';
  if (name.length > 80) return 'invalid_name_maxlength';
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) return 'invalid_name_specials';
  return /[\p{L}\p{N}]/u.test(name) ? undefined : 'invalid_name_punctuation';
}
