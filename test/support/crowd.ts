/** Many people of the department with long names, of whom the workspace knows nothing. */
import { givePost, saveIdentity } from '../../src/member/store.ts';
import type { Office } from '../../src/office/office.ts';

const person = {
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  deactivated: false,
  guest: false,
  bot: false,
  external: false,
} as const;

/** Enters that many people as logistics staff and returns their ids, all beginning with U0STAFF. */
export async function hireCrowd({ database }: Office, size: number, at: Date): Promise<string[]> {
  const ids = Array.from({ length: size }, (_, number) => `U0STAFF${String(number).padStart(4, '0')}`);
  // Not one transaction: on a busy machine so many people would outlast its time.
  for (const [number, id] of ids.entries()) {
    const name = `${number} ${'很长的名字'.repeat(40)}`;
    await saveIdentity(database.read, { ...person, id, handle: id, name }, at);
    await givePost(database.read, id, 'logistics', 'seed', at);
  }
  return ids;
}
