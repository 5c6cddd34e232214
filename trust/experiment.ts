/** Short is what `npm test` has time for; long is the whole proof. */
export type Depth = 'short' | 'long';

/** Says whether a promise held: with nothing listed against it, it did. */
export type Check = (promise: string, against: readonly string[]) => void;

export type Experiment = {
  readonly name: string;
  readonly run: (depth: Depth, check: Check) => Promise<void>;
};

const SHOWN = 12;

/** What one experiment came to, and the lines that tell it; one that could not be tried here has proved nothing either way. */
export type Told = {
  readonly passed: number;
  readonly failed: number;
  readonly tried: boolean;
  readonly lines: readonly string[];
};

/** Thrown by an experiment for which this machine lacks what it takes, with the reason. */
export class CannotTry extends Error {}

/** Runs one experiment; one that breaks off counts as a promise that did not hold. */
export async function runOne({ name, run }: Experiment, depth: Depth): Promise<Told> {
  const counts = { passed: 0, failed: 0 };
  const lines = [`\n${name}`];
  const check: Check = (promise, against) => {
    counts[against.length === 0 ? 'passed' : 'failed'] += 1;
    lines.push(`  ${against.length === 0 ? '✓' : '✗'} ${promise}`);
    lines.push(...against.slice(0, SHOWN).map((line) => `      ${line}`));
    if (against.length > SHOWN) lines.push(`      … and ${against.length - SHOWN} more`);
  };
  const started = performance.now();
  let tried = true;
  try {
    await run(depth, check);
  } catch (error) {
    if (error instanceof CannotTry) {
      tried = false;
      lines.push(`  – could not be tried here: ${error.message}`);
    } else {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      check('the experiment ran to its end', [words]);
    }
  }
  lines.push(`  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return { ...counts, tried, lines };
}
