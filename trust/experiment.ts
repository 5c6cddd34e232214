/** Short is what `npm test` has time for; long is the whole proof. */
export type Depth = 'short' | 'long';

/** Says whether a promise held: with nothing listed against it, it did. */
export type Check = (promise: string, against: readonly string[]) => void;

export type Experiment = {
  readonly name: string;
  readonly run: (depth: Depth, check: Check) => Promise<void>;
};

const SHOWN = 12;

/** Runs experiments one after another, prints what each promise came to, and gives the counts. */
export async function runAll(
  experiments: readonly Experiment[],
  depth: Depth,
): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  const check: Check = (promise, against) => {
    if (against.length === 0) passed += 1;
    else failed += 1;
    console.log(`  ${against.length === 0 ? '✓' : '✗'} ${promise}`);
    for (const line of against.slice(0, SHOWN)) console.log(`      ${line}`);
    if (against.length > SHOWN) console.log(`      … and ${against.length - SHOWN} more`);
  };
  for (const { name, run } of experiments) {
    const started = performance.now();
    console.log(`\n${name}`);
    try {
      await run(depth, check);
    } catch (error) {
      check('the experiment ran to its end', [
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      ]);
    }
    console.log(`  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { passed, failed };
}
