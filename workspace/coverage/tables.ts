/** The account of how far the workspace is Slack, from the coverage list. */
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
    '| | differs from Slack | shown by |',
    '|---|---|---|',
    ...works(lines).map(line => `| ${shown(line)} | ${line.difference ?? ''} | ${shownBy(line)} |`),
    ...(missing.length > 0 ? ['', 'Not supported:', '', ...grouped(missing)] : []),
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
