/** What a member lets reach them: read and set by themselves alone. */

import type { Preference } from '../../member/preference.ts';
import type { Member } from '../../member/rules.ts';
import { preferenceOf, savePreference } from '../../member/store.ts';
import type { Office } from '../../office/office.ts';
import { nextQuietEnd, sayHeld } from '../../office/say.ts';
import { record } from '../../store/record.ts';
import type { Tx } from '../../store/tx.ts';

/** What reaches me now. */
export function myPreference(office: Office, me: Member): Promise<Preference> {
  return preferenceOf(office.database.read, me.id);
}

/** The same for my own record. */
export function ownPreference(_office: Office, read: Tx, me: Member): Promise<Preference> {
  return preferenceOf(read, me.id);
}

/** Sets what reaches me from now on. */
export async function prefer(office: Office, me: Member, preference: Preference): Promise<void> {
  const now = office.clock.now();
  await office.database.transaction(async tx => {
    const before = await preferenceOf(tx, me.id);
    await savePreference(tx, me.id, preference, now);
    const entry = { actor: me.id, deed: 'preference.set', noun: 'preference', nounId: me.id };
    await record(tx, { at: now, ...entry, before: { ...before }, after: { ...preference } });
  });
}

/** When somebody's quiet hours are over, what waited for that is told. */
export const quietEnds = { nextAt: nextQuietEnd, run: sayHeld };
