import { countDesks, listCases, listTypes, myTasks, ownWork, readCase } from '@fengqiao/contract/cases.ts';
import { listAreas, listGrids, readBase } from '@fengqiao/contract/grids.ts';
import type { Given } from '@fengqiao/contract/client.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';
import { listCheckpoints, myAppeals, myConflicts } from '@fengqiao/contract/rounds.ts';
import { listUnits } from '@fengqiao/contract/units.ts';
import type { Keeper } from '@fengqiao/ui/data.ts';
import type { Phone } from './outbox.ts';

/** What the worker needs at hand without a network: the work, the words of the list, the ground. */
const reference: readonly Route[] = [
  countDesks,
  listCases,
  readCase,
  myTasks,
  listTypes,
  listUnits,
  listAreas,
  readBase,
  listGrids,
  listCheckpoints,
  ownWork,
  myAppeals,
  myConflicts,
];
const names = new Set(reference.map(({ id }) => id));

const nameOf = (route: Route, given: object) => `${route.id} ${JSON.stringify(given)}`;

const DAYS = 86_400_000;
const KEPT_MS = 14 * DAYS;

const heard = new Set<() => void>();
let staleSince: number | null = null;

/** When what is on screen was read, while it cannot be read anew. */
export const readAt = (): number | null => staleSince;
export function onReadAt(tell: () => void): () => void {
  heard.add(tell);
  return () => heard.delete(tell);
}
function tellReadAt(at: number | null): void {
  if (at === staleSince) return;
  staleSince = at;
  for (const tell of heard) tell();
}

/** Keeps what was read, sealed, and gives it back when the network is lost. */
export const keeperOf = ({ base, vault }: Phone): Keeper => ({
  keep: async (route, given, reply) => {
    tellReadAt(null);
    if (!names.has(route.id)) return;
    try {
      const sealed = await vault.seal(reply);
      await base.reference.put({ name: nameOf(route, given), at: Date.now(), sealed });
    } catch {
      // A full phone shows what it read all the same; it only will not have it without a network.
    }
  },
  recall: async <R extends Route>(route: R, given: Given<R>): Promise<{ reply: Out<R> } | null> => {
    if (!names.has(route.id)) return null;
    const kept = await base.reference.get(nameOf(route, given));
    if (kept === undefined) return null;
    tellReadAt(kept.at);
    return { reply: await vault.open<Out<R>>(kept.sealed) };
  },
});

/** What was read two weeks ago and never since is of no use on a walk. */
export const forgetOld = ({ base }: Phone): Promise<number> =>
  base.reference.filter(({ at }) => Date.now() - at > KEPT_MS).delete();
