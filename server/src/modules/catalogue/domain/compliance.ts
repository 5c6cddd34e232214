import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { findings, type Finding } from '@fengqiao/contract/catalogue/words.ts';
import { gradedFields, type GradedField } from '@fengqiao/contract/grades.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import { refuse } from '#platform/refusal.ts';
import { PERSONAL } from './content.ts';
import { toCheck } from './templates.ts';

/** From this grade on a fact is never shared. */
export const SPECIAL = 4;

export type Wish = {
  readonly fields: readonly string[];
  readonly basis: string;
  readonly from: string;
  readonly until: string;
};

const SENSITIVE = 3;
const YEAR_DAYS = 366;
/** A basis that cites an article: 《…法》第…条, or the number of an order. */
const CITES = /《[^》]+》.*第.+条|\bart(icle|\.)\s*\d+/i;

/**
 * What a check of a request finds, in the order of weight. `content` is null when an upper level is asked for what stands
 * in no catalogue of ours. Sources: Order 809 arts 15, 20, 25; PIPL arts 6 and 28; the house's own rule for G4.
 */
export function findingsOf(
  wish: Wish,
  content: ResourceContent | null,
  asker: { readonly kind: UnitKind; readonly hasShareOf: boolean },
): Finding[] {
  const items = (content?.items ?? []).filter(({ name }) => wish.fields.includes(name));
  const grade = Math.max(
    0,
    ...(content === null ? wish.fields.map(gradeNamed) : items.map((item) => item.grade)),
  );
  const days = (Date.parse(wish.until) - Date.parse(wish.from)) / 86_400_000;
  const found: Record<Finding, boolean> = {
    not_shared: content?.shareType === 'none',
    fields_unknown: content !== null && items.length < wish.fields.length,
    special_care: grade >= SPECIAL,
    no_law: grade >= SENSITIVE && !CITES.test(wish.basis),
    not_for_company: grade >= PERSONAL && ['public_enterprise', 'social', 'team'].includes(asker.kind),
    basis_to_check: toCheck.some((basis) => wish.basis.includes(basis)),
    term_too_long: days > YEAR_DAYS,
    whole_resource: content !== null && content.items.length > 3 && items.length === content.items.length,
    already_granted: asker.hasShareOf,
  };
  return keysOf(findings).filter((finding) => found[finding]);
}

/** The grade of a field of an upper level, by its name; one that nobody knows may be personal. */
export const gradeNamed = (name: string): number => (isGraded(name) ? gradedFields[name].grade : PERSONAL);

const isGraded = (name: string): name is GradedField => Object.hasOwn(gradedFields, name);

/** Refuses a request that a finding stops. */
export function demandCompliant(found: readonly Finding[]): void {
  const blocking = found.filter((finding) => findings[finding].blocks);
  if (blocking.length > 0) refuse('catalogue.not_compliant', { findings: blocking });
}

/** Refuses a term that runs backwards or is over before it was asked for. */
export function demandTerm({ from, until }: Wish, today: string): void {
  if (until <= from || until < today) refuse('catalogue.not_compliant', { fields: ['until'] });
}
