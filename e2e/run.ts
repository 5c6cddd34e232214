import { openHouse, type Journey, type Lane } from './house.ts';
import { arbitration } from './journeys/arbitration.ts';
import { breakGlass } from './journeys/break-glass.ts';
import { callbackDesk } from './journeys/callback-desk.ts';
import { care } from './journeys/care.ts';
import { cockpit } from './journeys/cockpit.ts';
import { conflict } from './journeys/conflict.ts';
import { consultation } from './journeys/consultation.ts';
import { dataCentre } from './journeys/data-centre.ts';
import { designation } from './journeys/designation.ts';
import { embedded } from './journeys/embedded.ts';
import { exporting } from './journeys/export.ts';
import { fieldPhone } from './journeys/field-phone.ts';
import { frontDoor } from './journeys/front-door.ts';
import { guest } from './journeys/guest.ts';
import { hold } from './journeys/hold.ts';
import { keyboard } from './journeys/keyboard.ts';
import { mandate } from './journeys/mandate.ts';
import { map } from './journeys/map.ts';
import { merge } from './journeys/merge.ts';
import { offlineDay } from './journeys/offline-day.ts';
import { onTheSpot } from './journeys/on-the-spot.ts';
import { patrolScan } from './journeys/patrol-scan.ts';
import { privacy } from './journeys/privacy.ts';
import { promises } from './journeys/promises.ts';
import { reportWays } from './journeys/report-ways.ts';
import { retention } from './journeys/retention.ts';
import { roles } from './journeys/roles.ts';
import { screens } from './journeys/screens.ts';
import { serviceItems } from './journeys/service-items.ts';
import { triage } from './journeys/triage.ts';
import { wholeWay } from './journeys/whole-way.ts';
import { keepMeasures } from './proofs.ts';

/** The long ones first, so that no lane waits at the end. */
const journeys: readonly Journey[] = [
  wholeWay,
  offlineDay,
  hold,
  arbitration,
  consultation,
  designation,
  dataCentre,
  merge,
  keyboard,
  cockpit,
  triage,
  callbackDesk,
  exporting,
  onTheSpot,
  privacy,
  care,
  breakGlass,
  map,
  mandate,
  retention,
  guest,
  patrolScan,
  conflict,
  serviceItems,
  ...fieldPhone,
  ...frontDoor,
  ...reportWays,
  embedded,
  ...promises,
  ...screens,
  ...roles,
];

const LANES = 3;
/** Longer than the two weeks in which somebody may say that it is not solved. */
const LATER_HOURS = 15 * 24;

const house = await openHouse();
const lanes = Array.from({ length: LANES }, () => house.lane());
let passed = 0;
let failed = 0;

/** Goes one way and says how it ended; what failed leaves nobody signed in. */
async function walk(lane: Lane, name: string, go: Journey['go']): Promise<boolean> {
  const started = performance.now();
  const error = await go(lane).then(
    () => null,
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  await lane.shut(error !== null);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (error === null) passed += 1;
  else failed += 1;
  console.log(
    error === null ? `ok ${name} (${seconds} s)` : `not ok ${name} (${seconds} s)\n  ${error.slice(0, 1200)}`,
  );
  return error === null;
}

/** Each lane takes the next journey as soon as it is free. */
async function walkAll(
  waiting: Journey[],
  part: (lane: Lane, journey: Journey) => Promise<void>,
): Promise<void> {
  const follow = async (lane: Lane): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await part(lane, next);
    await lane.shut(true);
  };
  await Promise.all(lanes.map(follow));
}

try {
  const later: Journey[] = [];
  await walkAll([...journeys], async (lane, journey) => {
    if ((await walk(lane, journey.name, journey.go)) && journey.later !== undefined) later.push(journey);
  });
  await house.pass(LATER_HOURS);
  await walkAll(later, async (lane, { name, later: go }) => {
    if (go !== undefined) await walk(lane, `${name} — two weeks later`, go);
  });
} finally {
  await house.close();
}
keepMeasures();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
