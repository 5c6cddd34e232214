/** Kinds of units, as the register of units knows them. */
export const UNIT_KINDS = [
  'street',
  'centre',
  'internal',
  'dispatched',
  'district',
  'public_enterprise',
  'community',
  'grid',
  'team',
  'social',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit of the demo street: who may hold a task. Parents come before their children in every list. */
export type TownUnit = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly zh: string;
  readonly en: string;
  readonly short: string;
  /** Whether it may itself impose administrative penalties; what a province merely delegates counts only if listed. */
  readonly power: boolean;
  readonly dutiesZh: string;
  /** Statistical code of communities and grids; null for all others. */
  readonly officialCode: string | null;
};
