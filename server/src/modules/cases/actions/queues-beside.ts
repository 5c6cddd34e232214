import type * as told from '@fengqiao/contract/cases.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { holdsFor, milestonesOf } from '../store/hold.ts';
import { requestsFor } from '../store/request.ts';
import { supervisionsFor } from '../store/supervision.ts';
import { pageOf } from './queues.ts';
import { viewOfHold, viewOfRequest, viewOfSupervision } from './view-beside.ts';

export async function requests(
  work: Work,
  { query }: In<typeof told.listRequests>,
): Promise<Out<typeof told.listRequests>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await requestsFor(work, ask, { kind: query.kind, state: query.state }));
  return {
    items: page.map((one) => ({
      ...viewOfRequest(work.actor, one),
      no: one.no,
      title: one.title,
      clockUnit: fromJson<TimeUnit | null>(one.clock_unit),
    })),
    next,
  };
}

export async function supervisions(
  work: Work,
  { query }: In<typeof told.listSupervisions>,
): Promise<Out<typeof told.listSupervisions>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await supervisionsFor(work, ask, query.open));
  return {
    items: page.map((one) => ({ ...viewOfSupervision(work.actor, one), no: one.no, title: one.title })),
    next,
  };
}

export async function heldCases(
  work: Work,
  { query }: In<typeof told.listHolds>,
): Promise<Out<typeof told.listHolds>> {
  const { ask, cut } = pageOf(query);
  const { page, next } = cut(await holdsFor(work, ask));
  const items = [];
  for (const one of page)
    items.push({
      ...viewOfHold(one, await milestonesOf(work, one.id)),
      no: one.no,
      title: one.title,
      lead: one.lead,
    });
  return { items, next };
}
