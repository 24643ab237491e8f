import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')] as const);

/** What follows a key of a job or workflow, indented below it. */
function below(text: string, key: string, indent: string): string {
  const block = new RegExp(`^${indent}${key}:(.*\\n(?:${indent} +.*\\n|\\s*\\n)*)`, 'm').exec(text);
  return block?.[1] ?? '';
}

/** The jobs of a workflow, by their names. */
function jobsOf(workflow: string): [string, string][] {
  const jobs = below(workflow, 'jobs', '');
  return [...jobs.matchAll(/^ {2}([\w-]+):$/gm)].map(([, name = '']) => [name, below(jobs, name, '  ')]);
}

/** What a job may write. */
const rights = (job: string): string[] =>
  [...below(job, 'permissions', '    ').matchAll(/^ +([\w-]+): write/gm)].map(([, right = '']) => right);

const installs = /\b(?:npm|pnpm|yarn|npx|corepack|pip|apt|apt-get|curl|wget)\b(?! publish)|actions\/checkout/;

describe.each(workflows)('%s', (_, workflow) => {
  test('pins every action by a commit, and says its version', () => {
    const uses = workflow.match(/^.*\buses:.*$/gm) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may do no more than it needs', () => {
    expect(workflow).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n(?! )/m);
    expect(workflow).not.toMatch(/write-all|secrets\.|pull_request_target/);
    for (const [, job] of jobsOf(workflow)) for (const right of rights(job)) expect(right).toBe('id-token');
  });

  test('leaves no token where code of others runs', () => {
    const checkouts = workflow.match(/actions\/checkout@.*\n +with:\n(?: {10}.*\n)*/g) ?? [];
    expect(checkouts).toHaveLength(workflow.match(/actions\/checkout@/g)?.length ?? 0);
    for (const checkout of checkouts) expect(checkout).toContain('persist-credentials: false');
  });

  test('installs nothing where it may write, and publishes nowhere else', () => {
    const jobs = jobsOf(workflow);
    expect(jobs.length).toBeGreaterThan(0);
    for (const [name, job] of jobs) {
      const mayWrite = rights(job).length > 0;
      const steps = below(job, 'steps', '    ').replaceAll(/#.*$/gm, '');
      expect([name, mayWrite && installs.test(steps)]).toEqual([name, false]);
      expect([name, /npm publish/.test(steps)]).toEqual([name, mayWrite]);
    }
  });
});

test('what is published is the tarball that was built, without its scripts', () => {
  const workflow = workflows.find(([name]) => name === 'release.yml')?.[1] ?? '';
  const jobs = new Map(jobsOf(workflow));
  expect([...jobs.keys()]).toEqual(['build', 'publish']);
  const [build = '', publish = ''] = jobs.values();
  expect(build).toContain('npm audit signatures');
  expect(publish).toContain('sha256sum --check --strict');
  expect(publish).toMatch(/npm publish \.\/\*\.tgz --ignore-scripts --provenance/);
  expect(publish).toContain('needs: build');
});
