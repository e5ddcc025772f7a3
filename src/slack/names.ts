/** Plain text cannot show a mention: errors at a form's inputs name people by their names instead. */
import type { Reception } from '../office/office.ts';
import { unescaped } from './typed.ts';

/** The text with every `<@U1>` written as the person's name, escaped signs as they are, and mrkdwn code marks taken off. */
export async function withNames(text: string, reception: Reception): Promise<string> {
  const ids = [...new Set([...text.matchAll(/<@([A-Za-z0-9_-]+)>/g)].flatMap(match => match[1] ?? []))];
  const people = await Promise.all(ids.map(id => reception.meet(id)));
  const names = new Map(people.flatMap(person => (person === null ? [] : [[person.id, person.name] as const])));
  return text
    .replace(/<@([A-Za-z0-9_-]+)>|&(?:amp|lt|gt);/g, (sign, id?: string) =>
      id === undefined ? unescaped(sign) : (names.get(id) ?? id),
    )
    .replaceAll('`', '');
}
