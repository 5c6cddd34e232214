import {
  ASSESSMENT_KEPT_YEARS,
  type AssessmentView,
  type recordAssessment,
} from '@fengqiao/contract/catalogue/assessments.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import {
  assessmentOf,
  findAssessment,
  insertAssessment,
  nextAssessment,
  pageOfAssessments,
  resourcesAssessed,
  type Assessment,
} from '../store/assessment.ts';
import { staffNames } from '../store/staff.ts';
import { actorOf, unitNames } from './names.ts';

/** Records an assessment of one's own unit under the next number of the register. */
export async function assess(
  work: Work,
  given: In<typeof recordAssessment>['body'],
): Promise<AssessmentView> {
  const by = actorOf(work);
  if (given.assessedOn > localDay(work)) refuse('catalogue.day_ahead');
  const id = work.newId();
  const number = String(await nextAssessment(work)).padStart(4, '0');
  await insertAssessment(work, {
    ...given,
    id,
    no: `PIA-${given.assessedOn.slice(0, 4)}-${number}`,
    unit: by.unit,
    assessedBy: by.account,
    recordedAt: work.now,
  });
  const [view] = await present(work, [await findAssessment(work, id)]);
  return view ?? refuse('platform.not_found');
}

export async function listAssessmentsIn(
  work: Work,
  { limit = 50, after = null, q }: { limit?: number; after?: string | null; q?: string },
): Promise<{ items: AssessmentView[]; next: string | null }> {
  const found = await pageOfAssessments(work, q, { limit, after });
  const shown = found.slice(0, limit);
  return {
    items: await present(work, shown),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Refuses an entry that names an assessment which is not in the register, or which found that it may not be done. */
export async function demandAssessed(work: Work, no: string | undefined): Promise<void> {
  if (no === undefined) return;
  const found = (await assessmentOf(work, no)) ?? refuse('catalogue.no_such_assessment', { no });
  if (found.conclusion === 'not_acceptable') refuse('catalogue.assessed_unfit', { no });
}

async function present(work: Work, assessments: readonly Assessment[]): Promise<AssessmentView[]> {
  const units = await unitNames(work);
  const people = await staffNames(
    work,
    assessments.map(({ assessedBy }) => assessedBy),
  );
  const named = await resourcesAssessed(
    work,
    assessments.map(({ no }) => no),
  );
  return assessments.map(({ assessedBy, recordedAt, ...one }) => ({
    ...one,
    unitName: units.of(one.unit),
    by: people.get(assessedBy) ?? '',
    recordedAt: recordedAt.toISOString(),
    keptUntil: keptUntil(work, recordedAt),
    resources: named.filter(({ no }) => no === one.no).map(({ id, zh, en }) => ({ id, name: { zh, en } })),
  }));
}

function keptUntil({ calendar }: Work, recordedAt: Date): string {
  const end = new Date(recordedAt);
  end.setUTCFullYear(end.getUTCFullYear() + ASSESSMENT_KEPT_YEARS);
  return localDay({ calendar, now: end });
}
