import { OF_AGE } from '@fengqiao/contract/registry/children.ts';
import type { Relation } from '@fengqiao/contract/registry/words.ts';

/** One of a household as the registry has them written down. */
export type Housemate = { readonly relation: Relation | null; readonly birthDate: string | null };

/**
 * Full years on a day, both as YYYY-MM-DD; the birthday itself counts. Civil law lets a year of life end with it, penal law
 * with the day after: of the two readings this is the one that leaves a child their own affairs earlier.
 */
export const ageOn = (born: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);

/**
 * Whether one is a parent of the other by their relations to the head of the household (民法典第二十七条: parents are the
 * guardians). Whose child a grandchild is the household does not tell, so grandchildren are no proof of anything.
 */
export function isParent(one: Relation | null, child: Relation | null): boolean {
  if (child === 'child') return one === 'head' || one === 'spouse';
  return (child === 'head' || child === 'sibling') && one === 'parent';
}

/** Whether one guards the other on a day: a parent of age, the child a minor; an unknown birth date proves neither. */
export function guards(one: Housemate, child: Housemate, day: string): boolean {
  if (one.birthDate === null || child.birthDate === null) return false;
  return (
    isParent(one.relation, child.relation) &&
    ageOn(one.birthDate, day) >= OF_AGE &&
    ageOn(child.birthDate, day) < OF_AGE
  );
}
