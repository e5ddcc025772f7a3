/** The plan of the house, held by roles: who may import whom, what files may be called, who alone does what. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '../src/features.ts';
import { type Import, sourceFiles } from './support/source.ts';
import { languages, unchained } from './support/speech.ts';

const { 'zh-CN': zhCN, en } = languages;
const files = sourceFiles('src', 'commands', 'schedules', 'prisma', 'block-kit', 'folder-lock', 'workspace').filter(
  ({ path }) => !/^[\w-]+\/(test|testing)\/|\/vitest\.config\.ts$/.test(path),
);
const importsOf = new Map(files.map(({ path, imports }) => [path.replace(/\.ts$/, ''), imports]));

/**
 * What a file is, by its folder and its name. In a feature's folder the vocabulary is closed; a further file named by its
 * subject is `pure`, one named by its verb is a `deed`, and which of the two it is shows in what it imports.
 */
function roleOf(path: string): string {
  const [, top = '', rest = ''] = /^(?:src\/)?([\w-]+)(?:\/(.*))?$/.exec(path) ?? [];
  if (/^(block-kit|folder-lock|workspace|prisma)\//.test(path)) return top;
  if (/^(commands|schedules)\//.test(path)) return basename(path) === 'index' ? `${top}/index` : top;
  if (top === 'store') return 'engine store';
  if (top !== 'features' || rest === '') return rest === '' ? path : top;
  const name = basename(path);
  if (/^words\./.test(name)) return 'words';
  if (/Views$|^views$/.test(name)) return 'views';
  if (/Form$|^form$|^draft$/.test(name)) return 'form';
  if (['messages', 'settings', 'store', 'kept', 'feature'].includes(name)) return name;
  if (['rules', 'line'].includes(name) || /\/sections\//.test(path)) return 'pure';
  if (name === 'workflow') return 'deed';
  const beyondPure = (importsOf.get(path) ?? []).some(({ target }) =>
    /^src\/(office|store|slack)\/|\/(store|workflow)$/.test(target),
  );
  return beyondPure ? 'deed' : 'pure';
}

/** The folder of a feature's noun; undefined for everything else. */
const nounOf = (path: string) => /^src\/features\/([\w-]+)\//.exec(path)?.[1];

/**
 * What each role may import: roles; files and packages by their name; `own:` only of its own noun, `types:` only types.
 * Everybody may import the kernel.
 */
const RULES: Record<string, string[]> = {
  kernel: ['dayjs', 'types:src/locales/sentences'],
  pure: [
    'pure',
    'types:messages',
    'src/member/rules',
    'src/member/post',
    'chinese-days',
    'dayjs',
    // The rulebook reads what people wrote in a file, and says on which line it is wrong.
    'yaml',
    'zod',
    'types:src/locales/sentences',
  ],
  messages: [
    'types:pure',
    'pure',
    'types:messages',
    'src/member/post',
    'types:src/member/rules',
    'types:src/office/message',
    'types:src/office/matter',
    'types:src/office/proposal',
    'zod',
  ],
  settings: ['zod', 'src/member/post'],
  store: [
    'own:pure',
    'own:store',
    'types:pure',
    'types:messages',
    'src/store/tx',
    'src/store/question',
    'src/store/record',
    'src/store/erasing',
    'src/store/generated/client',
    'src/member/post',
    'types:src/office/matter',
    'types:src/office/proposal',
    'node:',
  ],
  kept: [
    'own:pure',
    'own:store',
    'src/store/tx',
    'types:src/office/kept',
    'src/store/generated/client',
    'src/store/erasing',
  ],
  deed: [
    'own:store',
    'own:kept',
    'deed',
    'pure',
    'types:messages',
    'member',
    'office',
    'src/store/record',
    'src/store/outbox',
    'src/store/held',
    'src/store/chain',
    'src/store/tx',
    'src/store/tick',
    'src/store/question',
    'types:src/store/database',
    'types:src/locales/reader',
    'node:',
  ],
  views: [
    'pure',
    'types:messages',
    'views',
    'src/member/rules',
    'src/member/post',
    'src/member/preference',
    'locales',
    'types:src/office/matter',
    '@tiaoli/block-kit',
    'src/slack/button',
    'src/slack/drawing',
    'src/slack/listed',
    'src/slack/share',
    'src/slack/typedWords',
    'src/slack/usage',
    'types:src/slack/command',
    'types:src/slack/sheetFile',
    'types:@slack/types',
  ],
  words: [
    'pure',
    'locales',
    'src/member/words.zh-CN',
    'src/member/words.en',
    'src/member/post',
    'src/member/rules',
    'src/member/preference',
    'own:words',
  ],
  feature: [
    'own:words',
    'own:messages',
    'own:settings',
    'own:kept',
    'own:store',
    'own:deed',
    'own:views',
    'own:form',
    'own:pure',
    'src/office/feature',
  ],
  commands: [
    'deed',
    'pure',
    'types:messages',
    'views',
    'form',
    'src/slack/command',
    'src/slack/button',
    'src/slack/form',
    'src/slack/usage',
    'src/locales/reader',
    'src/member/rules',
    'src/member/post',
    'src/member/preference',
    'types:office',
    'types:@slack/types',
    'zod',
  ],
  'commands/index': ['commands', 'types:src/slack/command'],
  schedules: ['deed', 'pure', 'backup', 'src/scheduler/schedule', 'types:office'],
  'schedules/index': ['schedules', 'types:src/scheduler/schedule'],
  // The engine. It never knows a feature: what features declare is handed in by the assembly.
  member: [
    'member',
    'types:office',
    'office',
    'types:locales',
    'src/store/tx',
    'src/store/question',
    'src/store/record',
    'src/store/generated/client',
  ],
  office: [
    'office',
    'member',
    'src/store/outbox',
    'src/store/held',
    'src/store/receipt',
    'src/store/typedLine',
    'src/store/kept',
    'src/store/tx',
    'types:src/store/database',
    'locales',
    'types:slack',
    'types:zod',
    'node:',
  ],
  slack: [
    'slack',
    'locales',
    'member',
    'types:office',
    'types:member',
    '@tiaoli/block-kit',
    '@slack/',
    'write-excel-file/',
    'zod',
    'node:',
  ],
  scheduler: [
    'scheduler',
    'src/store/tick',
    'src/store/question',
    'types:src/store/tx',
    'types:office',
    'node-schedule',
  ],
  locales: ['locales', 'types:office', 'types:src/member/post', 'dayjs'],
  'engine store': [
    'src/store/generated/client',
    'engine store',
    'types:office',
    '@tiaoli/folder-lock',
    'pg',
    '@prisma/',
    '@electric-sql/',
    'node:',
  ],
  health: [
    'health',
    'src/startup/failure',
    'slack',
    'engine store',
    'member',
    'locales',
    'backup',
    'pure',
    'types:office',
    'types:src/config',
    'prom-client',
    '@slack/',
    'node:',
  ],
  backup: ['backup', 'engine store', 'types:office', 'deed', 'node:'],
  local: [
    'local',
    'schedules/index',
    'deed',
    'pure',
    'locales',
    'types:office',
    'prisma',
    '@tiaoli/workspace',
    'types:src/config',
    'node:',
  ],
  'block-kit': ['block-kit', 'types:@slack/types'],
  'folder-lock': ['node:'],
  workspace: ['workspace', '@tiaoli/block-kit', '@tiaoli/folder-lock', 'node:', 'ws', 'yaml', 'zod', 'preact', 'htm'],
  prisma: ['prisma', 'types:src/member/post', 'types:@tiaoli/workspace', '@electric-sql/', '@prisma/', 'node:'],
  tools: ['tools'],
  startup: ['startup', 'engine store', 'src/slack/connect', 'types:src/config'],
  'src/features': ['feature', 'types:office'],
  'src/config': [
    'src/features',
    'src/locales/naming',
    'src/slack/commandNames',
    'src/startup/words',
    'office',
    'types:engine store',
    'member',
    'types:office',
    'zod',
    'node:',
  ],
  'src/clock': ['node:'],
  'src/log': ['src/clock', 'types:office'],
  'src/ending': ['types:office'],
};
RULES.form = [...(RULES.views ?? []), 'form'];
/** They put the house together and take it apart, so they know everybody; nobody knows them. */
const ASSEMBLY = /^src\/(app|main|beginning|housekeeping|reaching|sending|timekeeping|tools\/[\w-]+)$/;

/** Whether what a rule names is what is imported. */
function isNamed(may: string, path: string, { target, typesOnly }: Import): boolean {
  if (may.startsWith('types:')) return typesOnly && isNamed(may.slice('types:'.length), path, { target, typesOnly });
  if (may.startsWith('own:')) {
    const ours = nounOf(path) !== undefined && nounOf(path) === nounOf(target);
    return ours && isNamed(may.slice('own:'.length), path, { target, typesOnly });
  }
  if (importsOf.has(target) && may in RULES) return roleOf(target) === may;
  return /[/:]$/.test(may) ? target.startsWith(may) : target === may || target.startsWith(`${may}/`);
}

function mayImport(path: string, imported: Import): boolean {
  if (ASSEMBLY.test(path)) return true;
  const rules = RULES[roleOf(path)];
  if (rules === undefined) return false;
  if (roleOf(imported.target) === 'kernel' && !/^(block-kit|folder-lock|workspace)\//.test(path)) return true;
  return rules.some(may => isNamed(may, path, imported));
}

const all = files.flatMap(({ path, imports }) =>
  imports.map(imported => ({ path: path.replace(/\.ts$/, ''), imported })),
);
const arrow = ({ path, imported: { target, typesOnly } }: (typeof all)[number]) =>
  `${roleOf(path)}: ${path} -> ${target}${typesOnly ? ' (types)' : ''}`;

describe('imports', () => {
  it('go only where the plan lets them', () => {
    expect(all.filter(({ path, imported }) => !mayImport(path, imported)).map(arrow)).toEqual([]);
  });

  it('of a feature’s declaration stand in the register alone', () => {
    const strays = all.filter(({ path, imported }) => roleOf(imported.target) === 'feature' && path !== 'src/features');
    expect(strays.map(arrow)).toEqual([]);
  });

  it('never lead to an entry or the assembly', () => {
    const guests = all.filter(({ imported }) => ASSEMBLY.test(imported.target));
    const beside = guests.filter(
      ({ path, imported }) => !(ASSEMBLY.test(path) && imported.target === 'src/tools/terminal'),
    );
    expect(beside.map(arrow)).toEqual([
      'src/app: src/app -> src/beginning',
      'src/app: src/app -> src/housekeeping',
      'src/app: src/app -> src/reaching',
      'src/app: src/app -> src/sending',
      'src/app: src/app -> src/timekeeping',
      'src/main: src/main -> src/app',
      'src/timekeeping: src/timekeeping -> src/sending',
    ]);
  });

  it('of our own files name the extension', () => {
    // The page's modules are read by browsers as they are, so their extension is .js.
    const bare = files.filter(({ text }) => /from '\.[^']*(?<!\.ts|\/[\w-]+\.js)'/.test(text));
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

const TOOLS = ['doctor', 'outbox', 'verify', 'appoint', 'export', 'erase', 'backup', 'restore', 'move'].map(
  name => `src/tools/${name}.ts`,
);
const ENTRIES = ['src/main.ts', 'src/tools/manifest.ts', 'workspace/cli.ts', ...TOOLS];
/** What entries share to speak to a terminal. */
const TERMINAL = 'src/tools/terminal.ts';

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
    const graph = new Map([...importsOf].map(([path, imports]) => [path, imports.map(({ target }) => target)]));
    expect(circlesOf(graph)).toEqual([]);
  });

  it('of features there are none', () => {
    const graph = new Map<string, string[]>();
    for (const { path, imported } of all) {
      const [from, to] = [nounOf(path), nounOf(imported.target)];
      if (from !== undefined && to !== undefined && from !== to) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
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

  it('speaks to people: the words; rules, lines and doors know only words that people type', () => {
    const isVoice = (path: string) =>
      /^src\/locales\/|^workspace\/|^prisma\/department$|\/words\.|^src\/features\/rulebook\//.test(path);
    const isEar = (path: string) =>
      ['pure', 'kernel', 'commands'].includes(roleOf(path)) || /^src\/slack\/(run|heard)$/.test(path);
    const without = (pattern: RegExp, skipped: (path: string) => boolean) =>
      found(pattern).filter(path => !skipped(path.replace(/\.ts$/, '')));
    expect(without(/\p{Script=Han}/u, path => isVoice(path) || isEar(path))).toEqual([]);
    // Rules know longer ones, such as 下下个月, and say nothing.
    const knows = (path: string) => ['pure', 'kernel'].includes(roleOf(path));
    const sentence = /\p{Script=Han}{6,}|\p{Script=Han}[。，！？；]/u;
    expect(without(sentence, path => isVoice(path) || knows(path))).toEqual([]);
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

describe('features', () => {
  it('are named as their folders, and each folder declares one', () => {
    const folders = new Set(files.flatMap(({ path }) => nounOf(path) ?? []));
    expect([...folders].sort()).toEqual(features.map(({ name }) => name).sort());
  });

  it('put nothing on the record past the chain but what they declare unchained', () => {
    const lent = files.flatMap(({ path, text }) =>
      path === 'src/store/record.ts' || !text.includes('entryInsert(')
        ? []
        : [...text.matchAll(/noun: '(\w+)'/g)].map(([, noun = '']) => noun),
    );
    expect(lent.length).toBeGreaterThan(0);
    expect(lent.filter(noun => !unchained.includes(noun))).toEqual([]);
  });

  it('say which article each of their settings interprets', () => {
    const silent = features.flatMap(feature =>
      'settings' in feature
        ? Object.entries(feature.settings.shape)
            .filter(([, one]) => one.meta()?.article === undefined)
            .map(([name]) => name)
        : [],
    );
    expect(silent).toEqual([]);
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
