/** Erases what was written about customers: of notes long over, and of those somebody who left had given. */
import type { Erasing } from '../../office/kept.ts';
import { over } from './rules.ts';
import { eraseNoteWords, wordedNotesBefore, wordedNotesOf } from './store.ts';

export const handoverErasing: Erasing = {
  counted: ['handovers'],
  async over(tx, { instant }) {
    const notes = (await wordedNotesBefore(tx, instant)).filter(note => over(note, instant));
    return {
      handovers: await eraseNoteWords(
        tx,
        notes.map(({ id }) => id),
      ),
    };
  },
  async of(tx, memberId) {
    return { handovers: await eraseNoteWords(tx, await wordedNotesOf(tx, memberId)) };
  },
};
