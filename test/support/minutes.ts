/** At the end of a run: what each project took, in minutes of the processes that ran it. */
import type { Reporter, TestModule } from 'vitest/node';

interface Took {
  files: number;
  tests: number;
  ms: number;
}

export class Minutes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length === 0) return;
    const projects = new Map<string, Took>();
    for (const module of modules) {
      const took = projects.get(module.project.name) ?? { files: 0, tests: 0, ms: 0 };
      const { collectDuration, duration, setupDuration } = module.diagnostic();
      took.files += 1;
      took.tests += [...module.children.allTests()].filter(test => test.result().state !== 'skipped').length;
      took.ms += collectDuration + duration + setupDuration;
      projects.set(module.project.name, took);
    }
    const lines = [...projects]
      .sort(([, a], [, b]) => b.ms - a.ms)
      .map(([name, { files, tests, ms }]) => {
        const minutes = (ms / 60_000).toFixed(1).padStart(6);
        return `${minutes} min  ${name.padEnd(9)} ${String(tests).padStart(5)} tests in ${files} files`;
      });
    console.log(`\nMinutes of each project, two of which may run at once:\n${lines.join('\n')}`);
  }
}
