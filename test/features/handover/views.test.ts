/** Whatever is written in notes, and however many there are, Slack takes the messages and the forms. */
import { validateMessage, validateView } from '@tiaoli/block-kit';
import { describe, expect, it } from 'vitest';
import { addForm, handOnForm, noteForm } from '../../../src/features/handover/form.ts';
import type { NoteFacts } from '../../../src/features/handover/messages.ts';
import { MOST_CUSTOMER, MOST_TOGETHER } from '../../../src/features/handover/rules.ts';
import { givenText, noteList, ownNoteLines } from '../../../src/features/handover/views.ts';
import { ERASED } from '../../../src/kernel/erasure.ts';
import { LOCALES } from '../../../src/kernel/locale.ts';
import { shown } from '../../support/shown.ts';
import { draw, readerOf } from '../../support/speech.ts';

const TEXTS = ['&', '<@president> ', '👩‍👩‍👧‍👦', '很急\n', '*_~`>', '\u202eeman', 'x', ERASED];
const filled = (text: string, most: number) => (text === ERASED ? text : text.repeat(most).slice(0, most));
const at = new Date('2026-12-01T10:00:00+08:00');
const note = (id: number, text: string, more: Partial<NoteFacts> = {}): NoteFacts => ({
  ...{ id, giverId: 'presales1', receiverId: 'presales2', formerId: null, turn: 1, post: null, dueOn: null },
  ...{ state: 'open', changedBy: 'presales1', changedAt: at, givenAt: at, askedAt: at },
  ...{ platform: 'pinduoduo', urgency: 'urgent', announced: true },
  ...{ customer: filled(text, MOST_CUSTOMER), matter: filled(text, MOST_TOGETHER) },
  ...more,
});
const STATES: Partial<NoteFacts>[] = [
  {},
  { receiverId: null, post: 'presales', dueOn: '2026-12-02' },
  { state: 'accepted', changedBy: 'presales2' },
  { state: 'finished', changedBy: 'presales2' },
  { state: 'withdrawn' },
];

describe.each(LOCALES)('in %s', locale => {
  const reader = readerOf(locale, 'Asia/Shanghai');

  it.each(TEXTS.map(text => [JSON.stringify(text), text]))('of %s', (_, text) => {
    for (const state of STATES) {
      const one = note(1, text, state);
      const many = Array.from({ length: 40 }, (_none, index) => note(index + 1, text, state));
      const messages = [
        draw({ name: 'handover.asked', data: { note: one, memberId: 'presales2', current: true } }, reader),
        draw({ name: 'handover.asked', data: { note: one, memberId: 'presales3', current: false } }, reader),
        draw({ name: 'handover.reminder', data: { note: one, memberId: 'presales2', current: true } }, reader),
        draw({ name: 'handover.told', data: { note: one, became: 'handedOn', by: 'presales2', to: 'x' } }, reader),
        draw({ name: 'handover.left', data: { notes: many, memberId: 'presales2' } }, reader),
        draw({ name: 'handover.stillOpen', data: many }, reader),
        draw({ name: 'handover.announced', data: one }, reader),
        noteList({ memberId: 'presales2', asked: many, forFirst: many, accepted: [], given: [] }, reader),
        { text: givenText(one, reader) },
      ];
      for (const { text: said, blocks } of messages) {
        expect(validateMessage({ text: said, blocks })).toEqual([]);
        expect(said).not.toBe('');
        const all = `${said} ${shown({ blocks: blocks ?? [] })}`;
        for (const harm of ['<@president>', ERASED, '\u202e', 'undefined', 'null']) expect(all).not.toContain(harm);
      }
      for (const form of [handOnForm(one, reader), addForm(one, reader)]) expect(validateView(form)).toEqual([]);
    }
  });

  it('the form, empty and filled in', () => {
    const first = { to: 'first', post: 'presales', dueOn: '2026-12-02' } as const;
    const empty = {
      receiverId: null,
      customer: '',
      platform: null,
      matter: '',
      urgency: 'normal',
      announced: false,
    } as const;
    expect(validateView(noteForm(empty, first, reader))).toEqual([]);
    const full = { ...note(1, 'x'), matter: 'x'.repeat(1_000) };
    expect(validateView(noteForm(full, { to: 'person', id: 'presales2' }, reader))).toEqual([]);
  });

  it('one’s own record names no more than ten of each', () => {
    const many = Array.from({ length: 12 }, (_none, index) => note(index + 1, 'x'));
    const [lines] = ownNoteLines({ memberId: 'me', asked: [], forFirst: [], accepted: many, given: [] }, reader);
    expect(lines).toHaveLength(1 + 1 + 10 + 1 + 1);
    expect(ownNoteLines({ memberId: 'me', asked: [], forFirst: [], accepted: [], given: [] }, reader)).toEqual([]);
  });
});
