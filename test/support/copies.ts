/** Many matters of one kind: the first are asked for at the door, the others are copied from one of those. */
import type { Database } from '../../src/store/database.ts';

/**
 * Puts a copy of that leave or case before the same people for each of the items. They are listed and reminded of like
 * the first, but not passed on: that sends the same cards for each.
 */
export async function copyOf<Item>(
  database: Database,
  kind: 'leave' | 'case',
  id: number,
  items: readonly Item[],
  changed: (item: Item) => object,
): Promise<void> {
  await database.transaction(async tx => {
    const asked = await tx.approval.findFirstOrThrow({ where: { kind, subjectId: id, state: 'pending' } });
    const select = { id: true } as const;
    const copies = <Row extends object>(row: Row) => items.map(item => ({ ...row, id: undefined, ...changed(item) }));
    const rows =
      kind === 'leave'
        ? await tx.leave.createManyAndReturn({
            data: copies(await tx.leave.findUniqueOrThrow({ where: { id } })),
            select,
          })
        : await tx.case.createManyAndReturn({
            data: copies(await tx.case.findUniqueOrThrow({ where: { id } })),
            select,
          });
    const waiting = rows.map(row => ({
      ...asked,
      ...{ id: undefined, subjectId: row.id, token: `copy-${kind}-${row.id}`, escalateAt: null, terms: undefined },
    }));
    await tx.approval.createMany({ data: waiting });
  });
}
