/** The rules of a handover (1.18) as tables. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/config.ts';
import { calendarWith } from '../../../src/features/calendar/rules.ts';
import {
  anotherFor,
  awayIn,
  type Colleagues,
  firstComers,
  type HalfDay,
  leaderToTell,
  mayGive,
  mayReceive,
  nextShift,
  postLeftFor,
} from '../../../src/features/handover/receiver.ts';
import {
  faultOf,
  isRemindedOf,
  isStillShown,
  isToldOf,
  judge,
  type Note,
  type NoteDeed,
  over,
  tidied,
  type Waiting,
  type Written,
  withAddition,
} from '../../../src/features/handover/rules.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import type { Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

const member = (id: string, posts: Post[], more: Partial<Member> = {}): Member => ({
  ...{ id, name: id, handle: id, locale: 'zh-CN', zone: 'Asia/Shanghai', leaderId: null, posts },
  ...{ deactivated: false, guest: false, bot: false, external: false },
  ...more,
});
const [ann, ben, cat] = [member('ann', ['presales']), member('ben', ['presales']), member('cat', ['presales'])];
const dan = member('dan', ['aftersales']);
const keeper = member('keeper', ['keeper']);
const calendar = calendarWith({ overrides: new Map() });
const { hours, zone } = DEFAULT_SETTINGS;
const at = (local: string) => new Date(`${local}:00+08:00`);
const TODAY = '2026-12-01'; // a Tuesday

const written: Written = {
  customer: 'Ms Zhang',
  platform: 'jd',
  matter: 'refund',
  urgency: 'normal',
  announced: false,
};
const note = (more: Partial<Note> = {}): Note => ({
  ...{ id: 3, giverId: 'ann', receiverId: 'ben', formerId: null, post: null, dueOn: null },
  ...{ state: 'open', changedBy: 'ann', changedAt: at('2026-12-01T10:00') },
  ...more,
});
const left = (more: Partial<Note> = {}) => note({ receiverId: null, post: 'presales', dueOn: TODAY, ...more });
/** A refusal by its code, without what belongs to every one of them. */
const code = (result: unknown) => (isRefusal(result) ? result.code.replace('handover.', '') : result);

describe('what a deed makes of a note', () => {
  const DEEDS: readonly NoteDeed[] = ['accept', 'handOn', 'addTo', 'withdraw', 'finish'];
  it.each<[what: string, note: Note, who: Member, becomes: string[]]>([
    ['open, by its giver', note(), ann, ['ownNote', 'open', 'open', 'withdrawn', 'finished']],
    ['open, by whoever was asked', note(), ben, ['accepted', 'open', 'giverOnly', 'giverOnly', 'finished']],
    ['open, by another colleague', note(), cat, Array(5).fill('notYours')],
    ['handed on by ben to cat, by ben', note({ receiverId: 'cat', formerId: 'ben' }), ben, Array(5).fill('stands')],
    [
      'handed on by ben to cat, by cat',
      note({ receiverId: 'cat', formerId: 'ben' }),
      cat,
      ['accepted', 'open', 'giverOnly', 'giverOnly', 'finished'],
    ],
    ['accepted, by its giver', note({ state: 'accepted' }), ann, Array(5).fill('stands')],
    [
      'accepted, by whoever did',
      note({ state: 'accepted' }),
      ben,
      ['stands', 'stands', 'stands', 'stands', 'finished'],
    ],
    ['finished, by its giver', note({ state: 'finished' }), ann, Array(5).fill('stands')],
    ['finished, by whoever had it', note({ state: 'finished' }), ben, Array(5).fill('stands')],
    ['taken back, by whoever was asked', note({ state: 'withdrawn' }), ben, Array(5).fill('stands')],
    ['left for today, by one of the post', left(), cat, ['accepted', ...Array(4).fill('takeFirst')]],
    ['left for today, by its giver', left(), ann, ['ownNote', 'open', 'open', 'withdrawn', 'finished']],
    ['left for today, by another post', left(), dan, Array(5).fill('notYours')],
    ['left for tomorrow, by one of the post', left({ dueOn: '2026-12-02' }), cat, Array(5).fill('notYours')],
    ['left, taken by ben, by cat', left({ receiverId: 'ben', state: 'accepted' }), cat, Array(5).fill('stands')],
    ['left, given to ben by name, by cat', left({ receiverId: 'ben' }), cat, Array(5).fill('stands')],
  ])('%s', (_, stood, who, becomes) => {
    expect(DEEDS.map(deed => code(judge(deed, stood, who, TODAY)))).toEqual(becomes);
  });

  it('tells whoever comes second how it stands', () => {
    const taken = left({ receiverId: 'ben', state: 'accepted', changedBy: 'ben' });
    expect(judge('accept', taken, cat, TODAY)).toEqual({
      code: 'handover.stands',
      params: { id: 3, state: 'accepted', receiverId: 'ben', changedBy: 'ben', me: 'cat' },
    });
  });
});

describe('who may give, and to whom', () => {
  it.each<[Post[], true | string]>([
    [['presales'], true],
    [['aftersales'], true],
    [['logistics'], true],
    [['supervisor'], true],
    [['manager'], true],
    [['clerk', 'presales'], true],
    [['keeper'], 'notService'],
    [['president'], 'notService'],
  ])('%j: %s', (posts, may) => {
    expect(code(mayGive(member('me', posts)))).toBe(may);
  });

  it.each<[Post[], Post]>([
    [['presales'], 'presales'],
    [['aftersales', 'clerk'], 'aftersales'],
    [['supervisor'], 'presales'],
  ])('what %j leaves is for the first of %s', (posts, post) => {
    expect(postLeftFor(member('me', posts))).toBe(post);
  });

  const away: HalfDay = { date: '2026-12-02', half: 'am' };
  const all = (gone: readonly string[] = []): Colleagues => ({
    members: [dan, ann, ben, cat, keeper],
    away: id => (gone.includes(id) ? away : null),
  });
  it.each<[what: string, to: Member, gone: string[], params: object | true, note?: Note]>([
    ['somebody of the same post', ben, [], true],
    ['another service', dan, [], true],
    ['oneself', ann, [], { another: 'ben' }],
    ['a bot', member('x', ['presales'], { bot: true }), [], { id: 'x', why: 'bot', another: 'ben' }],
    [
      'a closed account',
      member('x', ['presales'], { deactivated: true }),
      [],
      { id: 'x', why: 'gone', another: 'ben' },
    ],
    ['a guest', member('x', [], { guest: true }), [], { id: 'x', why: 'outsider', another: 'ben' }],
    [
      'another company',
      member('x', ['presales'], { external: true }),
      [],
      { id: 'x', why: 'outsider', another: 'ben' },
    ],
    ['nobody of the department', member('x', []), [], { id: 'x', why: 'noPost', another: 'ben' }],
    ['another position', keeper, [], { id: 'keeper', why: 'otherPost', another: 'ben' }],
    ['somebody on leave', ben, ['ben'], { id: 'ben', ...away, another: 'cat' }],
    ['somebody on leave, the rest of the post too', ben, ['ben', 'cat'], { id: 'ben', ...away, another: 'dan' }],
    ['somebody on leave, and all others', ben, ['ben', 'cat', 'dan'], { id: 'ben', ...away, another: null }],
    ['back to its giver', ben, [], { id: 'ben', another: 'cat' }, note({ giverId: 'ben', receiverId: 'ann' })],
    [
      'whoever has it already',
      ben,
      [],
      { id: 3, state: 'open', receiverId: 'ben', changedBy: 'ann', me: 'ann' },
      note(),
    ],
  ])('%s', (_, to, gone, params, handed) => {
    const may = mayReceive(ann, to, all(gone), handed);
    expect(isRefusal(may) ? may.params : may).toEqual(params);
  });

  it('names nobody who gave the note or has it', () => {
    expect(anotherFor(cat, all(), { giverId: 'ann', receiverId: 'ben' })).toBe('dan');
  });

  it('what was left comes before everybody of the post but its giver and those away', () => {
    expect(firstComers({ giverId: 'ann', post: 'presales' }, all(['cat'])).map(({ id }) => id)).toEqual(['ben']);
    expect(firstComers({ giverId: 'ann', post: 'presales' }, all()).map(({ id }) => id)).toEqual(['ben', 'cat']);
  });
});

it.each([
  ['before work', '2026-12-01T07:30', '12-01am 12-01pm'],
  ['in the morning', '2026-12-01T08:00', '12-01am 12-01pm'],
  ['at noon', '2026-12-01T12:00', '12-01pm 12-02am'],
  ['in the afternoon', '2026-12-01T17:29', '12-01pm 12-02am'],
  ['after work', '2026-12-01T17:30', '12-02am 12-02pm'],
  ['on a Friday afternoon', '2026-12-04T15:00', '12-04pm 12-07am'],
  ['after work on a Friday', '2026-12-04T21:00', '12-07am 12-07pm'],
  ['on a Sunday', '2026-12-06T09:00', '12-07am 12-07pm'],
])('the next shift %s', (_, now, expected) => {
  const shift = nextShift(at(now), calendar, hours, zone);
  expect(shift.map(({ date, half }) => date.slice(5) + half).join(' ')).toBe(expected);
  const [first, second] = shift;
  const leave = { from: second.date, fromHalf: second.half, to: second.date, toHalf: second.half };
  expect(awayIn(shift, [leave])).toEqual(second);
  expect(awayIn([first], [leave])).toBeNull();
});

describe('what is written', () => {
  it('is tidied: the name on one line, the matter as it was written', () => {
    expect(tidied({ ...written, customer: ' Ms \n Zhang ', matter: '\n one\n two ' })).toMatchObject({
      customer: 'Ms Zhang',
      matter: 'one\n two',
    });
  });
  it.each<[Partial<Written>, string | null]>([
    [{}, null],
    [{ customer: '张'.repeat(60), matter: '急'.repeat(1000) }, null],
    [{ customer: '' }, 'customerMissing'],
    [{ matter: '' }, 'matterMissing'],
    [{ customer: '张'.repeat(61) }, 'customerTooLong'],
    [{ matter: '急'.repeat(1001) }, 'matterTooLong'],
  ])('%#', (more, fault) => {
    expect(code(faultOf({ ...written, ...more }, 'ben'))).toBe(fault);
  });
  it.each([
    ['refund', ' she asked again ', 'refund\nshe asked again'],
    ['refund', ' \n ', 'additionMissing'],
    ['x'.repeat(1_990), 'y'.repeat(9), `${'x'.repeat(1_990)}\n${'y'.repeat(9)}`],
    ['x'.repeat(1_990), 'y'.repeat(10), 'matterTooLong'],
  ])('with an addition %#', (matter, added, together) => {
    expect(code(withAddition(3, matter, added))).toBe(together);
  });
});

describe('when a note is spoken of again', () => {
  const waiting = (more: Partial<Waiting> = {}): Waiting => ({
    ...{ state: 'open', receiverId: 'ben', askedAt: at('2026-12-01T16:30'), remindedAt: null, toldAt: null },
    ...more,
  });
  it.each<[what: string, note: Waiting, when: string, reminded: boolean, told: boolean]>([
    ['asked half an hour ago', waiting(), '2026-12-01T17:00', true, true],
    ['asked a minute later', waiting({ askedAt: at('2026-12-01T16:31') }), '2026-12-01T17:00', false, false],
    ['reminded already', waiting({ remindedAt: at('2026-12-01T17:00') }), '2026-12-01T17:30', false, true],
    ['told already', waiting({ toldAt: at('2026-12-01T17:30') }), '2026-12-02T17:30', true, false],
    ['left for the first', waiting({ receiverId: null }), '2026-12-01T17:30', false, true],
    ['not before anybody yet', waiting({ receiverId: null, askedAt: null }), '2026-12-01T17:30', false, false],
    ['accepted', waiting({ state: 'accepted' }), '2026-12-01T17:30', false, false],
    ['finished', waiting({ state: 'finished' }), '2026-12-01T17:30', false, false],
    ['taken back', waiting({ state: 'withdrawn' }), '2026-12-01T17:30', false, false],
  ])('%s', (_, one, when, reminded, told) => {
    expect([isRemindedOf(one, at(when)), isToldOf(one, at(when))]).toEqual([reminded, told]);
  });

  it.each<[what: string, people: Member[], leader: string | null]>([
    ['the leader', [member('a', ['presales'], { leaderId: 'l' }), member('l', ['supervisor'])], 'l'],
    [
      'the next one up, where the leader has left',
      [
        member('a', ['presales'], { leaderId: 'l' }),
        member('l', ['supervisor'], { leaderId: 'm', deactivated: true }),
        member('m', ['manager']),
      ],
      'm',
    ],
    ['nobody, where there is none', [member('a', ['presales'])], null],
    ['nobody, in a circle', [member('a', ['presales'], { leaderId: 'l' }), member('l', [], { leaderId: 'a' })], null],
  ])('is told to %s', (_, people, leader) => {
    expect(leaderToTell('a', new Map(people.map(one => [one.id, one])))).toBe(leader);
  });
});

it.each<[Note['state'], string, boolean]>([
  ['open', '2020-01-01', false],
  ['accepted', '2026-11-30', true],
  ['accepted', '2026-12-02', false],
  ['finished', '2026-11-30', true],
  ['withdrawn', '2026-11-30', true],
  ['withdrawn', '2026-12-02', false],
])('%s and last touched on %s: over %s', (state, day, expected) => {
  expect(over({ state, changedAt: at(`${day}T12:00`) }, at('2026-12-01T00:00'))).toBe(expected);
});

it.each([
  ['2026-12-01', true],
  ['2026-11-25', true],
  ['2026-11-24', false],
])('accepted on %s it stands in the list: %s', (day, shown) => {
  expect(isStillShown({ changedAt: at(`${day}T23:00`) }, TODAY, zone)).toBe(shown);
});
