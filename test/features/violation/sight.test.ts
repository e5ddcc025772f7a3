import { expect, test } from 'vitest';
import { maySee, type Seen } from '../../../src/features/violation/sight.ts';
import type { CaseStatus } from '../../../src/features/violation/states.ts';
import type { Post } from '../../../src/member/post.ts';
import type { Member } from '../../../src/member/rules.ts';

const seats: [string, Post, string | null][] = [
  ['president', 'president', null],
  ['manager', 'manager', 'president'],
  ['supervisor', 'supervisor', 'manager'],
  ['assistant', 'assistant', 'manager'],
  ['presales1', 'presales', 'supervisor'],
  ['presales2', 'presales', 'supervisor'],
];
const flags = { deactivated: false, guest: false, bot: false, external: false };
const place = { locale: 'zh-CN', zone: 'Asia/Shanghai' } as const;
const members = new Map<string, Member>(
  seats.map(([id, post, leaderId]) => [id, { id, name: id, handle: id, posts: [post], leaderId, ...flags, ...place }]),
);

const readers = seats.map(([id]) => id);
const sees = (seen: Partial<Seen> & { accusedId: string }, status: CaseStatus) =>
  readers.filter(id => {
    const reader = members.get(id);
    const filed: Seen = { filerId: 'clock', recommendedBy: null, decidedBy: null, hearingUntil: null, status, ...seen };
    return reader !== undefined && maySee(filed, reader, { members });
  });

test.each<[string, Partial<Seen> & { accusedId: string }, CaseStatus, string[]]>([
  [
    'leaders read what is open',
    { accusedId: 'presales1' },
    'proposed',
    ['president', 'manager', 'supervisor', 'assistant'],
  ],
  [
    'the accused too once it is upheld',
    { accusedId: 'presales1' },
    'upheld',
    ['president', 'manager', 'supervisor', 'assistant', 'presales1'],
  ],
  [
    'the accused while they are heard',
    { accusedId: 'presales1', hearingUntil: new Date('2026-12-03T09:30:00Z') },
    'hearing',
    ['president', 'manager', 'supervisor', 'assistant', 'presales1'],
  ],
  [
    'and what came of it, whatever it was',
    { accusedId: 'presales1', hearingUntil: new Date('2026-12-03T09:30:00Z') },
    'dismissed',
    ['president', 'manager', 'supervisor', 'assistant', 'presales1'],
  ],
  [
    'and after a reversal',
    { accusedId: 'presales1' },
    'overturned',
    ['president', 'manager', 'supervisor', 'assistant', 'presales1'],
  ],
  [
    'not what was dismissed',
    { accusedId: 'presales1' },
    'dismissed',
    ['president', 'manager', 'supervisor', 'assistant'],
  ],
  [
    'the filer always',
    { accusedId: 'presales1', filerId: 'presales2' },
    'dismissed',
    ['president', 'manager', 'supervisor', 'assistant', 'presales2'],
  ],
  ['nobody about those who lead them', { accusedId: 'manager' }, 'upheld', ['president', 'manager']],
  [
    'a leader is accused like anybody',
    { accusedId: 'supervisor' },
    'recommended',
    ['president', 'manager', 'assistant'],
  ],
  [
    'whoever filed against their leader',
    { accusedId: 'manager', filerId: 'supervisor' },
    'proposed',
    ['president', 'supervisor'],
  ],
  [
    'whoever judged in another’s place',
    { accusedId: 'supervisor', decidedBy: 'presales2' },
    'upheld',
    ['president', 'manager', 'supervisor', 'assistant', 'presales2'],
  ],
  [
    'whoever recommended in another’s place',
    { accusedId: 'supervisor', recommendedBy: 'presales2' },
    'recommended',
    ['president', 'manager', 'assistant', 'presales2'],
  ],
])('%s', (_name, seen, status, expected) => {
  expect(sees(seen, status)).toEqual(expected);
});
