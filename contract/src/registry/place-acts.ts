import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Day, Maybe, Text } from '../shapes.ts';
import { placeWriters } from './people-words.ts';
import { readHome, readOrganization } from './places.ts';
import { HomeUseName, OrganizationKindName, OrganizationStateName } from './words.ts';

/** Known from where, and of which day; the unit of whoever writes it vouches for it. */
const Stated = { source: Text(2, 60), asOf: Day };
/** The version that was on the screen: whoever changed the row meanwhile is not written over. */
const Seen = { version: Type.Integer({ minimum: 1 }) };

const measured = {
  squareMetres: Maybe(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  rooms: Maybe(Type.Integer({ minimum: 0, maximum: 10_000 })),
  realEstateUnit: Maybe(Text(1, 60)),
  houseCode: Maybe(Text(1, 60)),
};
const GivenHome = Shape({ use: HomeUseName, ...Type.Partial(Shape(measured)).properties });

export const addHome = route({
  id: 'registry.addHome',
  method: 'POST',
  path: '/registry/homes',
  who: placeWriters,
  says: {
    zh: '登记一处房屋：地址须在本街道建筑库内、岗位范围内；同一楼栋同一房号不重复登记。',
    en: 'Write a home down: in a building of the street within the reach of the post, one door once.',
  },
  body: Shape({ address: Text(2, 120), ...GivenHome.properties, ...Stated }),
  reply: readHome.reply,
});

export const changeHome = route({
  id: 'registry.changeHome',
  method: 'PUT',
  path: '/registry/homes/:id',
  who: placeWriters,
  says: {
    zh: '变更一处房屋的登记（使用情况、面积、居室数、编码）：说明来源与日期；打开后被他人改过的，不覆盖，并说明改了什么。',
    en: 'Change what is written of a home (use, size, rooms, codes), with source and day. What somebody else changed meanwhile is not written over, and is told.',
  },
  params: ById,
  body: Shape({ facts: Type.Partial(Shape({ use: HomeUseName, ...measured })), ...Stated, ...Seen }),
  reply: readHome.reply,
});

const named = { name: Text(1, 80), kind: OrganizationKindName, address: Text(2, 120) };
const known = {
  creditCode: Maybe(Text(18, 24)),
  trade: Maybe(Text(1, 60)),
  staff: Maybe(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  contact: Maybe(Text(1, 40)),
  phone: Maybe(Text(3, 30)),
};
const GivenOrganization = Shape({ ...named, ...Type.Partial(Shape(known)).properties });

export const addOrganization = route({
  id: 'registry.addOrganization',
  method: 'POST',
  path: '/registry/organizations',
  who: placeWriters,
  says: {
    zh: '登记一个单位：统一社会信用代码按校验位核对，同一代码不重复登记；地址须在岗位范围内。',
    en: 'Write an organization down: the credit code is checked by its sign and stands once; within the reach of the post.',
  },
  body: Shape({ ...GivenOrganization.properties, ...Stated }),
  reply: readOrganization.reply,
});

export const changeOrganization = route({
  id: 'registry.changeOrganization',
  method: 'PUT',
  path: '/registry/organizations/:id',
  who: placeWriters,
  says: {
    zh: '变更一个单位的登记，包括注销、迁出、迁址：说明来源与日期；打开后被他人改过的，不覆盖，并说明改了什么。',
    en: 'Change what is written of an organization, closing and moving included, with source and day. What somebody else changed meanwhile is not written over, and is told.',
  },
  params: ById,
  body: Shape({
    facts: Type.Partial(Shape({ ...named, ...known, state: OrganizationStateName })),
    ...Stated,
    ...Seen,
  }),
  reply: readOrganization.reply,
});

export type HomeFacts = Static<typeof changeHome.body>['facts'];
export type OrganizationFacts = Static<typeof changeOrganization.body>['facts'];
