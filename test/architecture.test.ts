/** The plan of the house, held: who may import whom, who may ask for the time, and what files may be called. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './support/source.ts';
import { languages } from './support/speech.ts';

const { 'zh-CN': zhCN, en } = languages;
const files = sourceFiles('src', 'commands', 'schedules', 'prisma', 'block-kit', 'workspace').filter(
  ({ path }) => !/^[\w-]+\/(test|testing)\/|\/vitest\.config\.ts$/.test(path),
);

/**
 * What a file may import. `types:` allows types only, a trailing slash a whole folder. The first row that a file
 * stands under is its own; packages not named in it are not for it.
 */
const rooms: [room: string, may: string[]][] = [
  ['src/domain/', ['src/domain/', 'types:src/office/', 'chinese-days', 'dayjs', 'zod']],
  ['src/office/', ['src/office/', 'types:src/', 'src/domain/', 'src/locales/', 'types:zod']],
  ['src/features/', ['src/', '@tiaoli/block-kit', 'zod', 'types:@slack/types']],
  ['src/features.ts', ['src/features/', 'types:src/office/']],
  ['src/store/', ['src/store/', 'src/domain/', 'types:src/office/', 'pg', '@prisma/', '@electric-sql/', 'node:']],
  [
    'src/workflows/',
    ['src/workflows/', 'src/store/', 'src/domain/', 'types:src/office/', 'types:src/locales/', 'node:'],
  ],
  [
    'src/slack/views/',
    [
      'src/slack/views/',
      'src/slack/button',
      'types:src/slack/command',
      'src/slack/drawing',
      'src/slack/listed',
      'types:src/office/',
      '@tiaoli/block-kit',
      'src/locales/',
      'src/domain/',
      'types:@slack/types',
    ],
  ],
  [
    'src/slack/',
    [
      'src/slack/',
      '@tiaoli/block-kit',
      'src/locales/',
      'src/domain/',
      'types:src/workflows/ports',
      'types:src/office/',
      '@slack/',
      'zod',
      'node:',
    ],
  ],
  [
    'src/scheduler/',
    [
      'src/scheduler/',
      'src/domain/occurrence',
      'types:src/domain/settings',
      'src/store/tick',
      'types:src/store/tx',
      'types:src/workflows/ports',
      'node-schedule',
    ],
  ],
  [
    'src/health/',
    [
      'src/health/',
      'types:src/config',
      'src/slack/',
      'src/store/',
      'src/locales/',
      'src/domain/',
      'types:src/workflows/ports',
      'types:src/workflows/disk',
      'prom-client',
      '@slack/',
      'node:',
    ],
  ],
  ['block-kit/', ['block-kit/', 'types:@slack/types']],
  ['src/locales/', ['src/locales/', 'src/domain/', 'types:src/office/', 'dayjs']],
  ['workspace/cli', ['workspace/', 'src/store/lock', 'node:']],
  ['workspace/', ['workspace/', '@tiaoli/block-kit', 'node:', 'ws', 'zod', 'preact', 'htm']],
  // What only the local workspace's page is told of the department.
  [
    'src/local/',
    [
      'src/local/',
      'schedules/',
      'src/store/',
      'src/workflows/',
      'src/domain/',
      'src/locales/',
      'types:@tiaoli/workspace',
    ],
  ],
  ['src/config', ['src/domain/', 'types:src/store/database', 'types:src/workflows/ports', 'zod', 'node:path']],
  ['src/clock', ['node:']],
  ['src/log', ['src/clock', 'types:src/workflows/ports']],
  // The entries act on import and the assembly knows everybody; nobody knows them.
  ['src/app', ['src/', 'commands/', 'schedules/', 'prisma/', '@tiaoli/workspace', 'prom-client', 'node:']],
  ['src/housekeeping', ['src/']],
  ['src/ending', ['types:src/workflows/ports']],
  ['src/main', ['src/', 'node:']],
  ['src/manifest', ['src/', 'commands/', 'node:']],
  ['src/doctor', ['src/', 'node:']],
  ['src/outbox', ['src/', 'node:']],
  ['src/verify', ['src/', 'node:']],
  ['src/export', ['src/', 'node:']],
  ['src/erase', ['src/', 'node:']],
  ['src/terminal', ['src/config', 'src/log', 'src/store/', 'node:']],
  ['src/backup', ['src/', 'node:']],
  ['src/restore', ['src/', 'node:']],
  ['src/move', ['src/', 'node:']],
  ['commands/index', ['commands/', 'types:src/slack/command']],
  [
    'commands/',
    [
      'src/workflows/',
      'src/features/',
      'src/slack/command',
      'src/slack/button',
      'src/slack/views/',
      'src/domain/',
      'src/locales/reader',
      'types:src/locales/',
      'zod',
      'types:@slack/types',
    ],
  ],
  ['schedules/index', ['schedules/', 'types:src/scheduler/schedule']],
  ['schedules/', ['src/workflows/', 'src/features/', 'src/scheduler/schedule', 'src/domain/']],
  ['prisma/seed', ['types:src/domain/']],
  ['prisma/', ['@electric-sql/', '@prisma/', 'node:']],
];

const rowOf = (path: string) => rooms.find(([room]) => path === room || path.startsWith(room) || path === `${room}.ts`);

function allows(may: string, target: string, typesOnly: boolean): boolean {
  if (may.startsWith('types:')) return typesOnly && allows(may.slice('types:'.length), target, true);
  return /[/:]$/.test(may) ? target.startsWith(may) : target === may || target.startsWith(`${may}/`);
}

describe('imports', () => {
  it('go only where the plan lets them', () => {
    const strays = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target, typesOnly }) => !rowOf(path)?.[1].some(may => allows(may, target, typesOnly)))
        .map(({ target, typesOnly }) => `${path} -> ${target}${typesOnly ? ' (types)' : ''}`),
    );
    expect(strays).toEqual([]);
  });

  it('never lead to an entry or the assembly', () => {
    const entries = [...ENTRIES.map(entry => entry.replace(/\.ts$/, '')), 'src/app'];
    const guests = files.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => entries.includes(target)).map(({ target }) => `${path} -> ${target}`),
    );
    expect(guests).toEqual(['src/main.ts -> src/app']);
  });

  it('of our own files name the extension', () => {
    // The page's modules are read by browsers as they are, so their extension is .js.
    const bare = files.filter(({ text }) => /from '\.[^']*(?<!\.ts|\/page\/[\w-]+\.js)'/.test(text));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

/** Files, outside the places given, in whose code (not its comments) the pattern is found. */
function found(pattern: RegExp, ...elsewhere: string[]): string[] {
  return files
    .filter(({ path }) => !elsewhere.some(place => path.startsWith(place)))
    .filter(({ text }) => pattern.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .map(({ path }) => path);
}

const TOOLS = ['doctor', 'outbox', 'verify', 'export', 'erase', 'backup', 'restore', 'move'].map(
  name => `src/${name}.ts`,
);
const ENTRIES = ['src/main.ts', 'src/manifest.ts', 'workspace/cli.ts', ...TOOLS];
/** What entries share to speak to a terminal. */
const TERMINAL = 'src/terminal.ts';

describe('circles', () => {
  /** The files that can be reached from one another, type imports included; none for a tree. */
  function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
    const reachable = new Map<string, Set<string>>();
    const reach = (from: string): Set<string> => {
      const known = reachable.get(from);
      if (known !== undefined) return known;
      const seen = new Set<string>();
      const waiting = [...(graph.get(from) ?? [])];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(...(graph.get(next) ?? []));
      }
      reachable.set(from, seen);
      return seen;
    };
    const inCircles = [...graph.keys()].filter(file => reach(file).has(file));
    const circles = inCircles.map(file => inCircles.filter(other => reach(file).has(other) && reach(other).has(file)));
    return [...new Map(circles.map(circle => [circle.join(), circle])).values()];
  }

  it('are found where there is one', () => {
    expect(
      circlesOf(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a', 'd']],
          ['d', []],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']]);
  });

  it('of files there are none', () => {
    const graph = new Map(
      files.map(({ path, imports }) => [path.replace(/\.ts$/, ''), imports.map(({ target }) => target)]),
    );
    expect(circlesOf(graph)).toEqual([]);
  });
});

describe('only one place', () => {
  it('reads the environment: the configuration, to which the entries hand it', () => {
    expect(found(/process\.env\b/, 'src/config.ts', TERMINAL, ...ENTRIES)).toEqual([]);
  });

  it('tells the time: the clock; the workspace has one of its own', () => {
    expect(found(/new Date\(\)|Date\.now\(\)/, 'src/clock.ts', 'workspace/', 'prisma/draft.ts')).toEqual([]);
  });

  it('writes lines for people at a terminal: the entries, the log and the tool that drafts migrations', () => {
    const entries = [...ENTRIES, TERMINAL, 'workspace/', 'prisma/draft.ts'];
    expect(found(/\bconsole\.|process\.(stdout|stderr)/, ...entries)).toEqual([]);
  });

  it('speaks to people: the locales; the domain and the doors know only words that people type', () => {
    const voices = ['src/locales/', 'src/features/handover/words.', 'workspace/'];
    const ears = ['src/domain/', 'src/features/handover/line.ts', 'commands/', 'src/slack/line.ts'];
    expect(found(/\p{Script=Han}/u, ...voices, ...ears)).toEqual([]);
    expect(found(/\p{Script=Han}{6,}|\p{Script=Han}[。，！？；]/u, ...voices, 'src/domain/')).toEqual([]);
  });
});

describe('both languages', () => {
  /** Every place in the words, with whether it is a sentence or makes one from how many things. */
  function shapeOf(words: unknown, at = ''): string[] {
    if (typeof words === 'function') return [`${at} (${words.length})`];
    if (typeof words !== 'object' || words === null) return [`${at} ${typeof words}`];
    if (Array.isArray(words)) return [`${at} list`];
    return Object.entries(words).flatMap(([key, value]) => shapeOf(value, `${at}.${key}`));
  }

  it('have a word for everything', () => {
    const names = (shape: string[]) => shape.map(line => line.replace(/ \(\d\)$/, ' (…)')).sort();
    expect(names(shapeOf(en))).toEqual(names(shapeOf(zhCN)));
  });

  it('leave nothing unsaid', () => {
    const empty = (words: unknown, at: string): string[] =>
      typeof words === 'string'
        ? words.trim() === ''
          ? [at]
          : []
        : typeof words === 'object' && words !== null
          ? Object.entries(words).flatMap(([key, value]) => empty(value, `${at}.${key}`))
          : [];
    expect([...empty(en, 'en'), ...empty(zhCN, 'zh-CN')]).toEqual([]);
  });
});

describe('files', () => {
  it('are named for what is in them', () => {
    const drawers = /^(utils?|helpers?|common|misc|types|shared|stuff|index)\b/;
    const registers = ['commands/index.ts', 'schedules/index.ts'];
    const names = files
      .map(({ path }) => path)
      .filter(path => drawers.test(basename(path)) && !registers.includes(path));
    expect(names).toEqual([]);
  });

  it('say in their first line what they are for', () => {
    expect(files.filter(({ text }) => !/^(\/\*\*|\/\/)/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('are small', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('carry no escape from the compiler, the linter or the day’s work', () => {
    const marks = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\b(TODO|FIXME|XXX)\b|: any\b|as any\b/;
    expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
