import type { Random } from '../names/random.ts';
import type { Form } from './footprint.ts';
import type { Draft } from './houses.ts';
import type { Box, Site } from './site.ts';
import type { BuildingUse, Zone } from './types.ts';

/** Open ground of a parcel that is a place by itself, like the sports field of a school. */
export type Field = { readonly kind: 'sports_field' | 'square'; readonly box: Box };

type Wish = {
  readonly length: readonly [number, number];
  readonly depth: readonly [number, number];
  readonly floors: readonly [number, number];
  readonly form: Form;
  readonly most: number;
  readonly gap: number;
};

/** What stands on ground where nobody lives, the largest first. Metres. */
const WORKS: Partial<
  Record<
    Zone,
    {
      use: BuildingUse;
      field?: { kind: Field['kind']; length: number; depth: number };
      wishes: readonly Wish[];
    }
  >
> = {
  school: {
    use: 'school',
    field: { kind: 'sports_field', length: 96, depth: 58 },
    wishes: [
      { length: [56, 66], depth: [32, 38], floors: [4, 5], form: 'court', most: 2, gap: 12 },
      { length: [30, 40], depth: [22, 28], floors: [2, 3], form: 'plain', most: 2, gap: 12 },
      { length: [40, 50], depth: [13, 14], floors: [4, 5], form: 'plain', most: 3, gap: 14 },
    ],
  },
  hospital: {
    use: 'hospital',
    field: { kind: 'square', length: 44, depth: 26 },
    wishes: [
      { length: [76, 84], depth: [24, 28], floors: [12, 16], form: 'stepped', most: 1, gap: 12 },
      { length: [58, 64], depth: [38, 44], floors: [4, 5], form: 'court', most: 2, gap: 12 },
      { length: [28, 34], depth: [16, 20], floors: [3, 4], form: 'plain', most: 3, gap: 12 },
    ],
  },
  mall: {
    use: 'commercial',
    field: { kind: 'square', length: 60, depth: 36 },
    wishes: [
      { length: [84, 96], depth: [56, 64], floors: [5, 6], form: 'stepped', most: 1, gap: 10 },
      { length: [40, 52], depth: [26, 34], floors: [3, 4], form: 'plain', most: 3, gap: 10 },
      { length: [22, 30], depth: [14, 18], floors: [2, 3], form: 'plain', most: 4, gap: 8 },
    ],
  },
  office: {
    use: 'office',
    field: { kind: 'square', length: 48, depth: 30 },
    wishes: [
      { length: [38, 44], depth: [36, 40], floors: [18, 28], form: 'cross', most: 3, gap: 20 },
      { length: [40, 54], depth: [18, 22], floors: [3, 5], form: 'angle', most: 3, gap: 12 },
    ],
  },
  industry: {
    use: 'industrial',
    wishes: [
      { length: [90, 118], depth: [42, 54], floors: [1, 2], form: 'plain', most: 5, gap: 16 },
      { length: [58, 80], depth: [30, 40], floors: [1, 3], form: 'stepped', most: 7, gap: 14 },
      { length: [38, 50], depth: [16, 22], floors: [3, 5], form: 'angle', most: 4, gap: 12 },
      { length: [22, 30], depth: [16, 20], floors: [1, 2], form: 'plain', most: 6, gap: 10 },
    ],
  },
  park: {
    use: 'public',
    wishes: [{ length: [16, 24], depth: [10, 14], floors: [1, 2], form: 'angle', most: 5, gap: 40 }],
  },
  wetland: {
    use: 'public',
    wishes: [{ length: [12, 18], depth: [9, 12], floors: [1, 1], form: 'plain', most: 3, gap: 60 }],
  },
};

/** The buildings of ground where nobody lives, and its open field if it has one. */
export function buildWorks(zone: Zone, site: Site, random: Random): { drafts: Draft[]; field: Field | null } {
  const works = WORKS[zone];
  if (!works) return { drafts: [], field: null };
  const open = works.field;
  const box = open ? site.placeAnywhere({ ...open, distance: 9 }) : null;
  const drafts = works.wishes
    .flatMap((wish) =>
      Array.from({ length: wish.most }, () => {
        const [length, depth] = [random.between(...wish.length), random.between(...wish.depth)];
        const found = site.placeAnywhere({ length, depth, distance: 8, gap: wish.gap });
        return (
          found && {
            box: found,
            form: wish.form,
            use: works.use,
            flats: 0,
            stairs: 0,
            floors: random.int(...wish.floors),
            households: 0,
          }
        );
      }),
    )
    .filter((draft) => draft !== null);
  return { drafts, field: open && box ? { kind: open.kind, box } : null };
}
