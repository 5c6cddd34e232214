import type { Selectable } from 'kysely';
import type {
  CasesConsultation,
  CasesHold,
  CasesMerge,
  CasesMilestone,
  CasesOpinion,
  CasesReport,
  CasesSideRequest,
  CasesSupervision,
  CasesWhistle,
  CasesWhistleCall,
} from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type SideRequest = Selectable<CasesSideRequest>;
export type Consultation = Selectable<CasesConsultation>;
export type Opinion = Selectable<CasesOpinion>;
export type Hold = Selectable<CasesHold>;
export type Milestone = Selectable<CasesMilestone>;
export type Supervision = Selectable<CasesSupervision>;
export type Whistle = Selectable<CasesWhistle>;
export type WhistleCall = Selectable<CasesWhistleCall>;
export type Report = Selectable<CasesReport>;
export type Merge = Selectable<CasesMerge> & { from_no: string };

/** Everything that stands beside a case and is asked for with it; each query is served by its table's case index. */
export async function besideOf({ db, street }: Work, caseId: string) {
  const reports = await db
    .selectFrom('cases.report')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('reported_at')
    .limit(200)
    .execute();
  const requests = await db
    .selectFrom('cases.side_request')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute();
  const consultations = await db
    .selectFrom('cases.consultation')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .execute();
  const opinions = await among(consultations, (ids) =>
    db
      .selectFrom('cases.opinion')
      .selectAll()
      .where('street', '=', street)
      .where('consultation', 'in', ids)
      .orderBy('unit')
      .execute(),
  );
  const holds = await db
    .selectFrom('cases.hold')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('since')
    .execute();
  const milestones = await among(holds, (ids) =>
    db
      .selectFrom('cases.milestone')
      .selectAll()
      .where('street', '=', street)
      .where('hold', 'in', ids)
      .orderBy('due_on')
      .execute(),
  );
  const supervisions = await db
    .selectFrom('cases.supervision')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();
  const whistles = await db
    .selectFrom('cases.whistle')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('called_at')
    .execute();
  const calls = await among(whistles, (ids) =>
    db
      .selectFrom('cases.whistle_call')
      .selectAll()
      .where('street', '=', street)
      .where('whistle', 'in', ids)
      .orderBy('unit')
      .execute(),
  );
  const merges = await mergesOf({ db, street }, caseId);
  return {
    reports,
    requests,
    consultations,
    opinions,
    holds,
    milestones,
    supervisions,
    whistles,
    calls,
    merges,
  };
}

/** Asks for what belongs to some rows, and not at all when there are none. */
const among = async <T>(
  owners: readonly { id: string }[],
  ask: (ids: string[]) => Promise<T[]>,
): Promise<T[]> => (owners.length === 0 ? [] : ask(owners.map((owner) => owner.id)));

/** Cases merged into this one, undone or not; served by merge_into_idx. */
function mergesOf({ db, street }: Pick<Work, 'db' | 'street'>, caseId: string): Promise<Merge[]> {
  return db
    .selectFrom('cases.merge as m')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'm.street').onRef('c.id', '=', 'm.from_case'),
    )
    .selectAll('m')
    .select('c.no as from_no')
    .where('m.street', '=', street)
    .where('m.into_case', '=', caseId)
    .orderBy('m.at')
    .execute();
}
