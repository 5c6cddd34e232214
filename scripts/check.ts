// The fast check before every commit: no database, no browser.
import { readings, runAll, vitest } from './parts.ts';

await runAll([...readings, vitest('unit tests', '--project', 'unit')]);
