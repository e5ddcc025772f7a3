/** The account of how far the workspace is Slack, from the coverage list. */
import { absentKeys, SHAPES, type ShapedKind } from '../shapes/list.ts';
import { type Covered, KINDS } from './line.ts';

const TITLES: Record<Covered['kind'], string> = {
  method: 'methods',
  event: 'events',
  interaction: 'interactions',
  behaviour: 'behaviours',
  block: 'blocks',
  element: 'elements',
};

/** The whole of COVERAGE.md. */
export function accountOf(list: readonly Covered[]): string {
  const kinds = KINDS.map(kind => ({ kind, lines: list.filter(line => line.kind === kind) }));
  const lines = [
    '# How far it is Slack',
    '',
    'Written by `npm run coverage` from the list in `coverage/`.',
    '',
    `${kinds.map(({ kind, lines }) => counted(kind, lines)).join(', ')}; each with a test that shows it.`,
    'What differs is said below, and what is not there is refused in words, never silently wrong.',
    '',
    ...kinds.flatMap(({ kind, lines }) => table(kind, lines)),
    ...shapes(),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function counted(kind: Covered['kind'], lines: Covered[]): string {
  const [there, differing] = [works(lines), works(lines).filter(({ level }) => level === 'partial')];
  const told = differing.length > 0 ? ` (${differing.length} with a difference)` : '';
  return `${there.length} ${TITLES[kind]}${told}`;
}

function table(kind: Covered['kind'], lines: Covered[]): string[] {
  const missing = lines.filter(({ level }) => level === 'not supported');
  return [
    `## ${TITLES[kind].replace(/^./, letter => letter.toUpperCase())}`,
    '',
    ...(isShaped(kind)
      ? ['| | differs from Slack | shape | shown by |', '|---|---|---|---|']
      : ['| | differs from Slack | shown by |', '|---|---|---|']),
    ...works(lines).map(
      line => `| ${[shown(line), line.difference ?? '', ...shapeOf(line), shownBy(line)].join(' | ')} |`,
    ),
    ...(missing.length > 0 ? ['', 'Not supported:', '', ...grouped(missing)] : []),
    '',
  ];
}

/** Whether what is sent is compared with a shape, for the kinds that have one. */
function shapeOf({ kind, name }: Covered): string[] {
  if (!isShaped(kind)) return [];
  const forms = SHAPES[kind].filter(([held]) => held === name).length;
  return [forms === 0 ? 'not compared' : forms === 1 ? 'compared' : `compared in ${forms} forms`];
}

function isShaped(kind: Covered['kind']): kind is ShapedKind {
  return kind in SHAPES;
}

/** How shapes are compared, and what Slack sends that is not here. */
function shapes(): string[] {
  const keys = [...absentKeys()].map(
    ([reason, names]) => `- ${[...names].map(name => `\`${name}\``).join(', ')}: ${reason}`,
  );
  return [
    '## Shapes',
    '',
    'Which keys Slack sends, of what type, and which may be missing is written down in [shapes/](shapes/), each with where it is known',
    'from. [A test](test/shapes.test.ts) brings everything about by Socket Mode and by HTTP and compares what arrives, all the way',
    'down: a key too many, one too few and a wrong type fail it.',
    '',
    'Keys that Slack sends, always or at times, and that are not here:',
    '',
    ...keys,
    '',
  ];
}

/** What is missing for the same reason, together. */
function grouped(missing: Covered[]): string[] {
  const reasons = new Map<string, Covered[]>();
  for (const line of missing) {
    const reason = line.difference ?? '';
    reasons.set(reason, [...(reasons.get(reason) ?? []), line]);
  }
  return [...reasons].map(([reason, lines]) => `- ${lines.map(shown).join(', ')}: ${reason}`);
}

function works(lines: Covered[]): Covered[] {
  return lines.filter(({ level }) => level !== 'not supported');
}

function shown({ kind, name }: Covered): string {
  return kind === 'behaviour' ? name : `\`${name}\``;
}

/** The test file, as a link. */
function shownBy({ test = '' }: Covered): string {
  const [file = ''] = test.split(': ');
  return `[${file.replace('.test.ts', '')}](test/${file})`;
}
