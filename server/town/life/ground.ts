import type { UnitRow } from '@fengqiao/contract/units.ts';
import type { Ground } from '#modules/grids';
import type { Grid, Street } from '../street/types.ts';
import type { TownUnit } from '../units/types.ts';

const URBAN = { from: '08:30', to: '17:30', workdaysOnly: false };
const OFFICE = { from: '09:00', to: '17:00', workdaysOnly: true };

/** A unit of the town as the register of units takes it; bureaus keep office hours, the street works every day. */
export const unitRow = (unit: TownUnit): UnitRow => ({
  id: unit.id,
  kind: unit.kind,
  parent: unit.parent,
  name: { zh: unit.zh, en: unit.en },
  shortZh: unit.short,
  hasPower: unit.power,
  dutiesZh: unit.dutiesZh,
  officialCode: unit.officialCode,
  phone: null,
  window: unit.kind === 'district' ? OFFICE : URBAN,
});

/** The made street as the ground that grids keeps. */
export function groundOf(street: Street): Ground {
  return {
    areas: areasOf(street),
    buildings: street.buildings.map((one) => ({
      grid: one.grid,
      address: one.address.zh,
      name: one.name.zh,
      use: one.use,
      floors: one.floors,
      households: one.households,
      lng: one.lng,
      lat: one.lat,
      shape: one.shape,
    })),
    features: [
      ...street.roads.map((one) => ({
        kind: 'road' as const,
        zh: one.zh,
        en: one.en,
        subkind: one.class,
        shape: one.shape,
        width: one.width,
      })),
      ...street.water.map((one) => ({
        kind: 'water' as const,
        zh: one.zh,
        en: one.en,
        subkind: one.kind,
        shape: one.shape,
        width: one.width,
      })),
      ...street.places.map((one) => ({
        kind: 'place' as const,
        zh: one.zh,
        en: one.en,
        subkind: one.kind,
        shape: one.shape ?? { type: 'Point', coordinates: [one.lng, one.lat] },
        width: null,
      })),
    ],
  };
}

/** The boundaries of a street, its communities and its grids. */
export function areasOf(
  street: Pick<Street, 'outline' | 'communities'> & { readonly grids: readonly Omit<Grid, 'zone'>[] },
): Ground['areas'] {
  return [
    {
      unit: 'street',
      level: 'street',
      community: null,
      purpose: 'basic',
      shape: street.outline.shape,
      squareMetres: street.outline.squareMetres,
      households: null,
      code: null,
    },
    ...street.communities.map((one) => ({
      unit: one.id,
      level: 'community' as const,
      community: one.id,
      purpose: 'basic' as const,
      shape: one.shape,
      squareMetres: one.squareMetres,
      households: one.households,
      code: null,
    })),
    ...street.grids.map((one) => ({
      unit: one.id,
      level: 'grid' as const,
      community: one.community,
      purpose: one.purpose,
      shape: one.shape,
      squareMetres: one.squareMetres,
      households: one.households,
      code: one.code,
    })),
  ];
}
