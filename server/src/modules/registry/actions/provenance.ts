import type { PersonField } from '@fengqiao/contract/registry/people.ts';
import { fromJson } from '#platform/json.ts';
import type { Provenance } from '../store/apply.ts';

/** Where facts come from: '*' for all, and a field's own name where it was corrected since. */
export type Sources = Readonly<Record<string, Provenance>>;

const unknown: Provenance = { source: '—', asOf: '1970-01-01', unit: null, import: null };

export const sourcesOf = (row: { readonly provenance: unknown }): Sources =>
  fromJson<Sources>(row.provenance);
export const sourceOf = (sources: Sources, field: string): Provenance =>
  sources[field] ?? sources['*'] ?? unknown;

/** The fields that were corrected on or after the day a table speaks of; the table may not undo them. */
export const newerThan = (sources: Sources, asOf: string): PersonField[] =>
  Object.entries(sources).flatMap(([field, told]) =>
    field !== '*' && told.asOf >= asOf ? [fromJson<PersonField>(field)] : [],
  );
