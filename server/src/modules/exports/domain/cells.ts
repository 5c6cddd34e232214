import type { Both } from '@fengqiao/contract/both.ts';
import { channels, grades, outcomes, states } from '@fengqiao/contract/cases/words.ts';
import {
  homeUses,
  organizationKinds,
  personKinds,
  relations,
  sexes,
} from '@fengqiao/contract/registry/words.ts';
import type { ExportSource } from '@fengqiao/contract/exports.ts';

type Words = Readonly<Record<string, Both>>;

/** Codes of each source that are written as words. */
const coded: Readonly<Record<ExportSource, Readonly<Record<string, Words>>>> = {
  cases: { state: states, caseGrade: grades, channel: channels, outcome: outcomes },
  people: { kind: personKinds, sex: sexes, household: relations },
  homes: { use: homeUses },
  organizations: { kind: organizationKinds },
  resource: {
    kind: organizationKinds,
    sex: sexes,
    household: relations,
    caseState: states,
    caseGrade: grades,
    channel: channels,
    outcome: outcomes,
  },
};
const units: ReadonlySet<string> = new Set(['community', 'grid', 'lead']);
const moments: ReadonlySet<string> = new Set(['reportedAt', 'dueAt', 'lateSince', 'closedAt']);

export type Names = { readonly unit: (id: string) => string; readonly moment: (at: string) => string };

/** A value as people write it: codes and units by their names, moments in local time. */
export function textOf(
  source: ExportSource,
  field: string,
  value: string | null,
  { unit, moment }: Names,
): string {
  if (value === null) return '';
  if (units.has(field)) return unit(value);
  if (moments.has(field)) return moment(value);
  return coded[source][field]?.[value]?.zh ?? value;
}
