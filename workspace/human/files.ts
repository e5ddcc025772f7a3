/** `/human/file`: a person uploads a file, to send it in a message or a form. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { keepFile, MOST_FILE_BYTES, mayPersonSee, newFileId, wireFile } from '../core/file/file.ts';
import type { Person, StoredFile } from '../core/records.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { named, personOf } from './who.ts';

export const fileCalls: HumanCall[] = [
  {
    mostBytes: MOST_FILE_BYTES,
    ...humanCall(
      'POST',
      '/human/file',
      z.object({ user: named, name: z.string().min(1).max(255), bytes: z.instanceof(Buffer) }),
      (core, { user, name, bytes }) => {
        const person = personOf(core, user);
        if (bytes.length === 0) throw new HumanError('file_empty', `${name} is empty.`);
        const file = keepFile(core, { id: newFileId(), name, title: name, user: person.id }, bytes);
        return { ok: true, file: wireFile(core, file) };
      },
    ),
  },
];

/** The files with these ids, which the person must be allowed to use. Throws `file_not_found`. */
export function filesOf(core: Core, person: Person, ids: readonly string[]): StoredFile[] {
  return ids.map(id => {
    const file = core.state.files.get(id);
    if (!file || file.deleted || !mayPersonSee(core, person, file))
      throw new HumanError('file_not_found', `${person.id} has no file ${id}.`);
    return file;
  });
}
