/** The Home tab. */

import { filledIn } from '../locales/examples.ts';
import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Client } from './answer.ts';
import { section } from './button.ts';
import type { Door } from './door.ts';
import { sendable } from './messenger.ts';

/** Draws a member's Home tab anew. */
export async function showHome(
  { home, office, examples }: Door,
  client: Client,
  me: Member,
  reader: Reader,
): Promise<void> {
  const drawn = await home(me, reader, office);
  const filled = await filledIn(drawn, names => examples(me, names));
  const { text, blocks } = sendable(filled, 'home', office.log);
  await client.views.publish({ user_id: me.id, view: { type: 'home', blocks: blocks ?? [section(text)] } });
}
