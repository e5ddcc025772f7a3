/** The Home tab. */

import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Client } from './answer.ts';
import { section } from './button.ts';
import type { Door } from './door.ts';
import { sendable } from './messenger.ts';

/** Draws a member's Home tab anew. */
export async function showHome({ home, office }: Door, client: Client, me: Member, reader: Reader): Promise<void> {
  const { text, blocks } = sendable(await home(me, reader, office), 'home', office.log);
  await client.views.publish({ user_id: me.id, view: { type: 'home', blocks: blocks ?? [section(text)] } });
}
