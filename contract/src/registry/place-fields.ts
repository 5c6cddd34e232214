import Type from 'typebox';
import { Shape } from '../route.ts';
import { Bilingual, Day, keysOf, Maybe, OneOf, UnitId } from '../shapes.ts';
import { importColumns } from './columns.ts';

const { address, use, squareMetres, rooms, realEstateUnit, houseCode } = importColumns.homes;

/** The facts of a home that may change, by the names of their columns. */
export const homeChangeable = { use, squareMetres, rooms, realEstateUnit, houseCode } as const;
export type HomeChangeable = keyof typeof homeChangeable;
export const HomeChangeableName = OneOf(keysOf(homeChangeable));

/** With what tells it from others, and therefore stays. */
export const homeFields = { address, ...homeChangeable } as const;
export type HomeField = keyof typeof homeFields;
export const HomeFieldName = OneOf(keysOf(homeFields));

export const organizationFields = importColumns.organizations;
export type OrganizationField = keyof typeof organizationFields;
export const OrganizationFieldName = OneOf(keysOf(organizationFields));

/** Where a fact comes from, the day it speaks of, and which unit vouches for it. */
export const FactSource = {
  source: Type.String(),
  asOf: Day,
  unit: Maybe(Shape({ id: UnitId, name: Bilingual })),
};
