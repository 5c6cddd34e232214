import type { Static } from 'typebox';
import type { PatrolView, recordPatrol as recording } from '@fengqiao/contract/rounds/checkpoints.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { spanOf } from '../domain/moment.ts';
import { checkpointsByCode, markSeen } from '../store/checkpoint.ts';
import { insertPatrol, patrols, type Patrol } from '../store/patrol.ts';
import { openWords, placeOfRemarks, sealWords } from './sealing.ts';
import { ownOnly, pageOf, type Asked } from './page.ts';

type Given = Static<typeof recording.body>;

/** Keeps which points were looked at, not when each was and not the way between them; an unknown code is only counted. */
export async function recordPatrol(
  work: Work,
  { startedAt, endedAt, offsetMs, seen, remarks }: Given,
): Promise<{ id: string; seen: number; unknown: number }> {
  const { account, unit, name } = work.actor;
  if (account === null || unit === null) return refuse('identity.no_post');
  const { start, end } = spanOf(
    { startedAt, endedAt, ...(offsetMs !== undefined && { offsetMs }) },
    work.now,
  );
  const points = await checkpointsByCode(work, seen);
  const id = work.newId();
  const patrol: Patrol = {
    id,
    unit,
    account,
    name,
    started_at: start,
    ended_at: end,
    offset_ms: offsetMs ?? null,
    remarks_enc: remarks.trim() === '' ? null : sealWords(work, remarks.trim(), placeOfRemarks(id)),
    received_at: work.now,
  };
  const ids = points.map((point) => point.id);
  await insertPatrol(work, patrol, ids);
  await markSeen(work, ids, localDay({ calendar: work.calendar, now: end }));
  return { id, seen: ids.length, unknown: seen.length - ids.length };
}

/** Patrols in reach; a grid worker reads their own. */
export async function listPatrols(
  work: Work,
  asked: Asked,
): Promise<{ items: PatrolView[]; next: string | null }> {
  const { rows, next } = await pageOf(asked, (page) => patrols(work, { ...page, own: ownOnly(work) }));
  return {
    items: rows.map(
      ({ id, unit, name, started_at: started, ended_at: ended, points, remarks_enc: sealed }) => ({
        id,
        unit,
        by: name,
        startedAt: started.toISOString(),
        endedAt: ended.toISOString(),
        points,
        remarks: openWords(work, sealed, placeOfRemarks(id)) ?? '',
      }),
    ),
    next,
  };
}
