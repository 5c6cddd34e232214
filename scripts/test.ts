// Everything: what check.ts reads, every test with a real database, the journeys in a browser, the trust experiments.
import { readings, runAll, script, task, vitest } from './parts.ts';

await runAll([
  ...readings,
  task('types of the database', 'scripts/db-types.ts', '--check'),
  vitest('tests'),
  script('trust experiments', 'trust/run.ts', '--short'),
  script('journeys', 'e2e/run.ts'),
]);
