import { authorization } from './authorization.ts';
import { crash } from './crash.ts';
import { cuts } from './cuts.ts';
import { disk } from './disk.ts';
import { dump } from './dump.ts';
import { duplicates } from './duplicates.ts';
import { erasure } from './erasure.ts';
import { fuzz } from './fuzz.ts';
import { histories } from './histories.ts';
import { images } from './images.ts';
import { lifecycle } from './lifecycle.ts';
import { open311 } from './open311.ts';
import { policies } from './policies.ts';
import { records } from './records.ts';
import { seal } from './seal.ts';
import { surge } from './surge.ts';
import { timers } from './timers.ts';
import type { Depth, Experiment } from './experiment.ts';
import { player, playInLanes } from './lanes.ts';

/** Every experiment, the longest first; `--short` for what npm test has time for, other words choose by the file's name. */
const experiments: Readonly<Record<string, Experiment>> = {
  authorization,
  lifecycle,
  fuzz,
  histories,
  cuts,
  crash,
  disk,
  surge,
  dump,
  erasure,
  duplicates,
  timers,
  open311,
  records,
  policies,
  seal,
  images,
};

const words = process.argv.slice(2);
const depth: Depth = words.includes('--short') ? 'short' : 'long';
/** The long forms have the machine for themselves, as what they measure asks for. */
const LANES = { short: 2, long: 1 } as const;

if (words.includes('--player')) player(experiments, depth);
else {
  const asked = words.filter((word) => !word.startsWith('--'));
  const chosen = Object.keys(experiments).filter((name) => asked.length === 0 || asked.includes(name));
  const { passed, failed, untried } = await playInLanes(chosen, depth, LANES[depth]);
  if (untried.length > 0) console.log(`\nCould not be tried here, and is not counted: ${untried.join(', ')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
