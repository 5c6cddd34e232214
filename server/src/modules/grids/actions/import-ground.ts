import type { In, Out } from '@fengqiao/contract/route.ts';
import type * as contract from '@fengqiao/contract/grids.ts';
import { allUnits } from '#modules/identity';
import type { Work } from '#platform/work.ts';
import type { Crs } from '../domain/crs.ts';
import { compileGrids, locate as find } from '../domain/grid-index.ts';
import type { Problem } from '../domain/problem.ts';
import { redraw } from '../domain/redraw.ts';
import { readSurvey, type Level } from '../domain/survey.ts';
import { areaShapes, nextEdition } from '../store/areas.ts';
import { moveBuildings, placedBuildings } from '../store/buildings.ts';
import { endAreas, saveAreas } from '../store/ground.ts';
import { imports, insertImport } from '../store/imports.ts';

type Survey = {
  readonly level: Level;
  readonly crs: Crs;
  readonly features: readonly unknown[];
  readonly dryRun: boolean;
};
type Outcome = Out<typeof contract.importGround>;

/** As many problems as a person can work through at once; the counts tell of all. */
const MOST_TOLD = 500;

/**
 * Draws the boundaries of one level anew, all or nothing: while an error stands nothing changes. Afterwards every
 * building counts to the grid it stands in. What was found is kept either way.
 */
export async function importGround(work: Work, survey: Survey): Promise<Outcome> {
  const edition = survey.dryRun ? 0 : await nextEdition(work);
  const [areas, units] = [await areaShapes(work), await allUnits(work)];
  const { found, problems: unread } = readSurvey(survey, units);
  const { problems: crooked, drawn, ended } = redraw({ level: survey.level, areas, units }, found);
  const problems = [...unread, ...crooked].toSorted((a, b) => a.severity.localeCompare(b.severity));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const applied = errors === 0 && !survey.dryRun;
  if (applied) {
    await saveAreas(work, drawn, edition);
    await endAreas(work, ended);
  }
  const moved = applied && survey.level === 'grid' ? await recount(work) : 0;
  const told = { errors, notices: problems.length - errors, problems: problems.slice(0, MOST_TOLD) };
  await insertImport(work, {
    ...told,
    level: survey.level,
    crs: survey.crs,
    units: drawn.length,
    dryRun: survey.dryRun,
    applied,
  });
  return {
    units: drawn.length,
    ended: ended.length,
    moved,
    applied,
    ...told,
    problems: told.problems.map(tell),
  };
}

/** Counts buildings to the grid they stand in; one that stands in none stays where it was. */
async function recount(work: Work): Promise<number> {
  const grids = compileGrids(
    (await areaShapes(work))
      .filter(({ level }) => level === 'grid')
      .map(({ unit, shape }) => ({ code: unit, shape })),
  );
  const moved = (await placedBuildings(work)).flatMap(({ id, grid, lng, lat }) => {
    const now = find(grids, lng, lat);
    return now === null || now === grid ? [] : [{ id, grid: now }];
  });
  await moveBuildings(work, moved);
  return moved.length;
}

const USUAL_PAGE = 20;
const MOST_LISTED = 20;

/** What was imported and tried, newest first. */
export async function listImports(
  work: Work,
  { limit = USUAL_PAGE, after }: In<typeof contract.listImports>['query'],
): Promise<Out<typeof contract.listImports>> {
  const found = await imports(work, after ?? null, limit + 1);
  const items = found.slice(0, limit).map((one) => ({
    ...one,
    madeAt: one.madeAt.toISOString(),
    problems: one.problems.slice(0, MOST_LISTED).map(tell),
  }));
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

const tell = ({ at, ...problem }: Problem) => ({
  ...problem,
  at: at === null ? null : ([at[0], at[1]] satisfies [number, number]),
});
