import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Instant, Maybe, Page, Paging, Text, UnitId, Uuid } from '../shapes.ts';
import { OffsetMs } from './checkpoints.ts';
import { VisitNeedName, VisitPurposeName } from './words.ts';

const visitors = ['grid_worker', 'community'] as const;

export const recordVisit = route({
  id: 'rounds.recordVisit',
  method: 'POST',
  path: '/visits',
  who: visitors,
  says: {
    zh: '记一次走访：看望了谁、为什么、发现什么需要。人从本网格名册里选，不重填；不在名册的只写地点。',
    en: 'Write down a visit: to whom, why, and what is needed. The person is chosen from the register of the grid and nothing is filled in again; for somebody who is not in it, only the place.',
  },
  body: Shape({
    person: Type.Optional(Uuid),
    place: Text(0, 120),
    purpose: VisitPurposeName,
    needs: Type.Array(VisitNeedName, { maxItems: 6, uniqueItems: true }),
    text: Text(0, 1000),
    at: Instant,
    offsetMs: Type.Optional(OffsetMs),
  }),
  reply: Shape({ id: Uuid }),
});

export const VisitView = Shape({
  id: Uuid,
  unit: UnitId,
  by: Type.String(),
  /** Masked; null for somebody who is not in the register. */
  person: Maybe(Type.String()),
  place: Type.String(),
  purpose: VisitPurposeName,
  needs: Type.Array(VisitNeedName),
  text: Type.String(),
  at: Instant,
  /** The case that came of it. */
  caseId: Maybe(Uuid),
});
export type VisitView = Static<typeof VisitView>;

export const listVisits = route({
  id: 'rounds.visits',
  method: 'GET',
  path: '/visits',
  who: visitors,
  reads: 'personal',
  says: {
    zh: '走访记录，新的在前；姓名脱敏，查看留痕。网格员只看自己的，社区看本社区的。',
    en: 'Visits, newest first; names masked, the look recorded. A grid worker sees their own, a community those of its grids.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(VisitView),
});
