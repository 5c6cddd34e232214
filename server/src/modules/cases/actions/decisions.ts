import { designate, decideReopening, reviewHold } from '@fengqiao/contract/cases.ts';
import type { Decision, readDecisions } from '@fengqiao/contract/cases/cockpit.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';
import { waitingDecisions, type Waiting } from '../store/decisions.ts';
import { iso } from './view-parts.ts';
import { decidedBy } from './view-beside.ts';

const SHOWN = 20;

/** What waits for the actor's own decision: real queues only, and what falls due first on top. */
export async function decisions(work: Work): Promise<Out<typeof readDecisions>> {
  const role = work.actor.role;
  const may = ({ who }: Pick<Route, 'who'>) => isAmong(role, who);
  const { items, total } = await waitingDecisions(
    work,
    {
      designates: may(designate),
      reviewsHolds: may(reviewHold),
      reopens: may(decideReopening),
      requests: decidedBy(role),
    },
    SHOWN,
  );
  return { items: items.map(viewOf), total };
}

const isAmong = (role: Role | null, who: Route['who']): boolean =>
  role !== null && typeof who !== 'string' && who.includes(role);

const viewOf = (one: Waiting): Decision => ({
  kind: one.kind,
  id: one.id,
  caseId: one.case_id,
  no: one.no,
  title: one.title,
  unit: one.unit,
  request: one.request,
  since: one.since.toISOString(),
  by: iso(one.by),
});
