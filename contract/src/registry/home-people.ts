import Type, { type Static } from 'typebox';
import { PurposeName } from '../audit.ts';
import type { Both } from '../both.ts';
import { route, Shape } from '../route.ts';
import { ById, Day, Done, keysOf, Maybe, OneOf, Text, Uuid } from '../shapes.ts';
import { PersonSummary } from './people.ts';
import { placeWriters, readers } from './people-words.ts';
import { FactSource } from './place-fields.ts';

/** What somebody has to do with a home, beside living in it. */
export const homeRoles = {
  owner: { zh: '产权人', en: 'Owner' },
  tenant: { zh: '承租人', en: 'Tenant' },
  sublessor: { zh: '转租人', en: 'Sublessor' },
  caretaker: { zh: '代管人', en: 'Caretaker' },
} as const satisfies Record<string, Both>;
export type HomeRole = keyof typeof homeRoles;
export const HomeRoleName = OneOf(keysOf(homeRoles));

const Days = { from: Maybe(Day), until: Maybe(Day) };
/** Known from where, and of which day; the unit of whoever writes it vouches for it. */
const Stated = { source: Text(2, 60), asOf: Day };

const HomeLink = Shape({
  id: Uuid,
  person: Uuid,
  /** Masked. */
  name: Type.String(),
  /** Whether the post looks after them too, and may see more. */
  inReach: Type.Boolean(),
  role: HomeRoleName,
  ...Days,
  over: Type.Boolean(),
  ...FactSource,
});
export type HomeLink = Static<typeof HomeLink>;

export const viewHomePeople = route({
  id: 'registry.viewHomePeople',
  method: 'POST',
  path: '/registry/homes/:id/people/view',
  who: readers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '一处房屋的人房关联（姓名脱敏），以及登记住址是这里、尚未关联到房屋的人；说明目的，留查看记录。',
    en: 'Who has to do with a home, masked, and who is written down with its address and is in no home yet; for a purpose, recorded.',
  },
  params: ById,
  body: Shape({ purpose: PurposeName }),
  reply: Shape({ links: Type.Array(HomeLink), offered: Type.Array(PersonSummary) }),
});
export type HomePeople = Static<typeof viewHomePeople.reply>;

export const linkHomePerson = route({
  id: 'registry.linkHomePerson',
  method: 'POST',
  path: '/registry/homes/:id/people',
  who: placeWriters,
  says: {
    zh: '把岗位范围内的一个人关联到一处房屋：产权人、承租人、转租人或代管人，起止日期，来源与日期。',
    en: 'Link somebody within reach to a home as its owner, tenant, sublessor or caretaker, from when until when, with source and day.',
  },
  params: ById,
  body: Shape({ person: Uuid, role: HomeRoleName, ...Type.Partial(Shape(Days)).properties, ...Stated }),
  reply: Shape({ id: Uuid }),
});

export const endHomeLink = route({
  id: 'registry.endHomeLink',
  method: 'POST',
  path: '/registry/home-links/:id/ending',
  who: placeWriters,
  says: {
    zh: '结束一条人房关联：最后一天，来源与日期；关联保留备查。',
    en: 'End a link between a home and a person on a last day, with source and day; it stays to be read.',
  },
  params: ById,
  body: Shape({ until: Day, ...Stated }),
  reply: Done,
});

export const houseHomePeople = route({
  id: 'registry.houseHomePeople',
  method: 'POST',
  path: '/registry/homes/:id/residents',
  who: placeWriters,
  says: {
    zh: '确认登记住址是这里的人住在这处房屋：逐人勾选，不自动关联。',
    en: 'Confirm that people written down with this address live in this home; each is chosen, nobody is linked by itself.',
  },
  params: ById,
  body: Shape({ people: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }) }),
  reply: Done,
});
