import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Lat, Lng, Maybe, OneOf, Page, Paging, Text, UnitId, Uuid } from '../shapes.ts';
import { readers } from './people-words.ts';
import { FactSource } from './place-fields.ts';
import { addressLevelNames } from './words.ts';

/** An address of the book: what it lies below, how much lies below it, and from where the row comes, which holds for all of it. */
export const AddressNode = Shape({
  id: Uuid,
  parent: Maybe(Uuid),
  level: OneOf(addressLevelNames),
  /** The element code of GA/T 2000.32; null for levels that the standard has no code of. */
  code: Maybe(Type.String()),
  text: Type.String(),
  elements: Type.Record(Type.String(), Type.String()),
  below: Type.Integer(),
  /** Homes and people at the address or below it, as far as the post reaches. */
  homes: Type.Integer(),
  people: Type.Integer(),
  building: Maybe(Uuid),
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
  lng: Maybe(Lng),
  lat: Maybe(Lat),
  ...FactSource,
});
export type AddressNode = Static<typeof AddressNode>;

export const findRegistryAddresses = route({
  id: 'registry.addresses',
  method: 'GET',
  path: '/registry/addresses',
  who: readers,
  says: {
    zh: '标准地址库：逐级查看，或按任意一段查找（最多二十条）；给出要素代码、上级、来源，以及岗位范围内的房屋数、在住人数。',
    en: 'The address book, level by level or by any part of its words (twenty at most): element code, what it lies below, source, and the homes and people within the reach of the post.',
  },
  query: Shape({ ...Paging, q: Type.Optional(Text(1, 60)), parent: Type.Optional(Uuid) }),
  reply: Shape({
    /** From the top down to what was asked for. */
    path: Type.Array(Shape({ id: Uuid, text: Type.String() })),
    ...Page(AddressNode).properties,
  }),
});
