import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Crs } from '../domain/crs.ts';
import type { Problem } from '../domain/problem.ts';
import type { Level } from '../domain/survey.ts';

export type NewImport = {
  readonly level: Level;
  readonly crs: Crs;
  readonly units: number;
  readonly dryRun: boolean;
  readonly applied: boolean;
  readonly errors: number;
  readonly notices: number;
  readonly problems: readonly Problem[];
};

/** Keeps what an import found, whether it was applied or not. */
export async function insertImport(
  work: Work,
  { level, crs, units, dryRun, applied, errors, notices, problems }: NewImport,
): Promise<void> {
  const { db, street, actor, now } = work;
  await db
    .insertInto('grids.import')
    .values({
      street,
      id: work.newId(),
      made_by: actor.account,
      made_at: now,
      source_crs: crs,
      level,
      units,
      dry_run: dryRun,
      applied,
      errors,
      notices,
      problems: toJson(problems),
    })
    .execute();
}

export type KeptImport = NewImport & {
  readonly id: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
};

/** Imports of the street, newest first, since keys grow with time; served by the primary key. */
export async function imports(
  { db, street }: Work,
  after: string | null,
  limit: number,
): Promise<KeptImport[]> {
  const rows = await db
    .selectFrom('grids.import as i')
    .leftJoin('identity.v_staff as s', (on) =>
      on.onRef('s.street', '=', 'i.street').onRef('s.id', '=', 'i.made_by'),
    )
    .select([
      'i.id',
      'i.made_at as madeAt',
      's.name as madeBy',
      'i.level',
      'i.source_crs',
      'i.units',
      'i.dry_run as dryRun',
      'i.applied',
      'i.errors',
      'i.notices',
      'i.problems',
    ])
    .where('i.street', '=', street)
    .$if(after !== null, (query) => query.where('i.id', '<', after))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ level, source_crs, problems, ...row }) => ({
    ...row,
    level: fromJson<Level>(level),
    crs: fromJson<Crs>(source_crs),
    problems: fromJson<Problem[]>(problems),
  }));
}
