import { exportFields } from '@fengqiao/contract/exports.ts';
import { deskNames } from '@fengqiao/contract/cases/desk-names.ts';
import { parts } from '@fengqiao/contract/cases/figures.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { channels, grades, states } from '@fengqiao/contract/cases/words.ts';
import { countCases, listCases, whoReported } from '#modules/cases';
import { filtersTold, named } from './named.ts';
import type { Of, Source } from './source.ts';

/** The work list as it is filtered, within the reach of whoever asks. */
export const casesSource: Source<Of<'cases'>> = {
  fields: async () => named(exportFields.cases),
  count: (work, { filters }, most) => countCases(work, filters, most),
  page: async (work, { filters }, { fields, after, limit }) => {
    const { items, next } = await listCases(work, {
      ...filters,
      limit,
      ...(after === null ? {} : { after }),
    });
    const telling = fields.includes('title') || fields.includes('address');
    const reporters = telling
      ? await whoReported(
          work,
          items.map(({ id }) => id),
        )
      : new Map<string, string[]>();
    return {
      rows: items.map((line) => ({ values: valuesOf(line), subjects: reporters.get(line.id) ?? [] })),
      next,
    };
  },
  told: (work, { filters }) =>
    filtersTold(work, filters, {
      desk: deskNames,
      state: states,
      grade: grades,
      channel: channels,
      part: parts,
    }),
};

const valuesOf = (line: CaseLine): Record<string, string | null> => ({
  no: line.no,
  state: line.state,
  type: line.typeName?.zh ?? null,
  caseGrade: line.grade,
  channel: line.channel,
  community: line.community,
  grid: line.grid,
  lead: line.lead,
  round: String(line.round),
  reports: String(line.reports),
  reportedAt: line.reportedAt,
  dueAt: line.dueAt,
  lateSince: line.lateSince,
  outcome: line.outcome,
  title: line.title,
  address: line.address,
});
