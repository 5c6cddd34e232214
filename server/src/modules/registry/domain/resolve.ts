export type Likeness = {
  readonly id: string;
  readonly idNumber: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly home: string | null;
  readonly building: string | null;
};

export const twinReasons = [
  'same_id',
  'same_name',
  'alike_name',
  'same_birth_date',
  'same_phone',
  'same_home',
  'same_building',
  'other_sex',
  'other_id',
] as const;
export type TwinReason = (typeof twinReasons)[number];

export type Likely = { readonly score: number; readonly reasons: readonly TwinReason[] };

/** What each sign says for or against two rows being one person. */
const WEIGHT: Record<TwinReason, number> = {
  same_id: 1,
  same_name: 0.35,
  alike_name: 0.2,
  same_birth_date: 0.3,
  same_phone: 0.25,
  same_home: 0.2,
  same_building: 0.1,
  other_sex: -0.4,
  other_id: -0.15,
};

/** From here on somebody is asked whether the two are one. Nothing is ever merged by score alone. */
export const LIKELY = 0.7;

/** How likely two rows of the registry are one person, 0 to 1, and why. The order of the two does not matter. */
export function likeness(one: Likeness, other: Likeness): Likely {
  const reasons: TwinReason[] = [];
  if (one.idNumber !== null && other.idNumber !== null)
    reasons.push(one.idNumber === other.idNumber ? 'same_id' : 'other_id');
  if (one.name === other.name) reasons.push('same_name');
  else if (isAlike(one.name, other.name)) reasons.push('alike_name');
  if (equal(one.birthDate, other.birthDate)) reasons.push('same_birth_date');
  if (equal(one.phone, other.phone)) reasons.push('same_phone');
  if (equal(one.home, other.home)) reasons.push('same_home');
  else if (equal(one.building, other.building)) reasons.push('same_building');
  if (one.sex !== null && other.sex !== null && one.sex !== other.sex) reasons.push('other_sex');
  const sum = reasons.reduce((total, reason) => total + WEIGHT[reason], 0);
  return { score: Math.round(Math.min(Math.max(sum, 0), 1) * 100) / 100, reasons };
}

const equal = (one: string | null, other: string | null) => one !== null && one === other;

/** Names that differ in one character, as by a slip of the pen. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  return a.length === b.length && a.length > 1 && a.filter((sign, i) => sign !== b[i]).length === 1;
}
