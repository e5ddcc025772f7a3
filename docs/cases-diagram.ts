/** The diagram of a case's states, drawn from the function that moves cases: `npm run cases` writes it into docs/cases.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CASE_EVENTS, CASE_STATUSES, TRANSITIONS } from '../src/features/violation/states.ts';

const FILE = new URL('cases.md', import.meta.url);

/** Where the diagram stands in the page. */
const FENCE = /```mermaid\n[\s\S]*?```/u;

/** The page with the diagram as it is now. */
export function withDiagram(page: string): string {
  return page.replace(FENCE, () => ['```mermaid', ...diagram(), '```'].join('\n'));
}

function diagram(): string[] {
  const arrows = CASE_STATUSES.flatMap(from =>
    CASE_EVENTS.flatMap(event => {
      const to = TRANSITIONS[from][event];
      return to === undefined ? [] : [`  ${from} --> ${to}: ${event}`];
    }),
  );
  const ends = CASE_STATUSES.filter(state => Object.keys(TRANSITIONS[state]).length === 0);
  return [
    'stateDiagram-v2',
    '  [*] --> proposed: counted',
    '  [*] --> hearing: filed',
    ...arrows,
    ...ends.map(end => `  ${end} --> [*]`),
  ];
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  writeFileSync(FILE, withDiagram(readFileSync(FILE, 'utf8')));
}
