import { gradedFields, type GradedField } from '@fengqiao/contract/grades.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import { SENSITIVE_BELOW } from '@fengqiao/contract/registry/children.ts';
import { ageOn } from './guardian.ts';

/** Whether somebody is so young on a day that every fact about them is sensitive; an unknown birth date does not say so. */
export const isChild = ({ birthDate }: { readonly birthDate: string | null }, day: string): boolean =>
  birthDate !== null && ageOn(birthDate, day) < SENSITIVE_BELOW;

/** What it needs to see a fact of somebody: never less than sensitive where they are a child. */
export const gradeFor = (field: GradedField, child: boolean): number =>
  Math.max(gradedFields[field].grade, child ? gradedFields.minor.grade : 0);

/**
 * The facts of one row of a list that was approved for what its columns are. Where none of them is sensitive, nobody has
 * approved facts about children, and theirs stay behind their masks.
 */
export function listedFacts<F extends GradedField>(
  fields: readonly F[],
  valueOf: (field: F) => string | null,
  child: boolean,
): Record<string, string | null> {
  const sensitive = fields.some((field) => gradedFields[field].grade >= gradedFields.minor.grade);
  const told = (field: F) => (child && !sensitive ? maskOf(field, valueOf(field)) : valueOf(field));
  return Object.fromEntries(fields.map((field) => [field, told(field)]));
}
