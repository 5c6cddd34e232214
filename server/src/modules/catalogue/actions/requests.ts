import type { listShares, listWaits, RequestRow } from '@fengqiao/contract/catalogue/requests.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { pageOfRequests, waits } from '../store/request.ts';
import { actorOf, unitNames } from './names.ts';
import { rowsOfRequests } from './view-request.ts';

const DAY = 86_400_000;

/** Requests of my unit, to my unit, or all that the row policies let me see. */
export async function listRequests(
  work: Work,
  {
    limit = 50,
    after = null,
    desk = 'mine',
    state,
  }: Omit<In<typeof listShares>['query'], 'after'> & { after?: string | null },
): Promise<{ items: RequestRow[]; next: string | null }> {
  const { unit } = actorOf(work);
  const found = await pageOfRequests(
    work,
    { state, ...(desk === 'mine' ? { requester: unit } : desk === 'to_answer' ? { provider: unit } : {}) },
    { limit, after },
  );
  const shown = found.slice(0, limit);
  return {
    items: await rowsOfRequests(work, shown),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Who waits on whom, the longest first. */
export async function whoWaits(work: Work): Promise<Out<typeof listWaits>> {
  const names = await unitNames(work);
  const items = (await waits(work)).map(({ waiting, on, requests, overdue, since }) => ({
    waiting,
    on,
    requests,
    overdue,
    waitingName: names.of(waiting),
    onName: names.of(on),
    longestDays: Math.floor((work.now.getTime() - since.getTime()) / DAY),
  }));
  return { items: items.toSorted((a, b) => b.overdue - a.overdue || b.longestDays - a.longestDays) };
}
