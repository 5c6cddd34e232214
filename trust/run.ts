import { authorization } from './authorization.ts';
import { crash } from './crash.ts';
import { dump } from './dump.ts';
import { duplicates } from './duplicates.ts';
import { erasure } from './erasure.ts';
import { fuzz } from './fuzz.ts';
import { images } from './images.ts';
import { lifecycle } from './lifecycle.ts';
import { open311 } from './open311.ts';
import { policies } from './policies.ts';
import { records } from './records.ts';
import { seal } from './seal.ts';
import { timers } from './timers.ts';
import { runAll, type Experiment } from './experiment.ts';

/** Every experiment; `--short` for what npm test has time for, other words choose experiments by their file's name. */
const experiments: Readonly<Record<string, Experiment>> = {
  crash,
  timers,
  duplicates,
  authorization,
  policies,
  lifecycle,
  fuzz,
  images,
  open311,
  dump,
  erasure,
  seal,
  records,
};

const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith('--'));
const chosen = Object.entries(experiments).filter(([name]) => asked.length === 0 || asked.includes(name));
const { passed, failed } = await runAll(
  chosen.map(([, experiment]) => experiment),
  words.includes('--short') ? 'short' : 'long',
);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
