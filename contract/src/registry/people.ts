import Type, { type Static } from 'typebox';
import { PurposeName } from '../audit.ts';
import {
  OneOf,
  Bilingual,
  ById,
  Day,
  Instant,
  keysOf,
  Maybe,
  Page,
  Reason,
  Text,
  UnitId,
  Uuid,
} from '../shapes.ts';
import { route, Shape } from '../route.ts';
import { readers, takers } from './people-words.ts';
import { IdKindName, LifeEventName, PersonKindName, PersonStateName, RelationName } from './words.ts';

/** The facts of a person that are shown masked and revealed one by one; names are those of the access record. */
export const personFields = {
  name: { grade: 2, zh: '姓名', en: 'Name' },
  phone: { grade: 2, zh: '联系电话', en: 'Phone' },
  sex: { grade: 2, zh: '性别', en: 'Sex' },
  workplace: { grade: 2, zh: '工作单位', en: 'Workplace' },
  household: { grade: 2, zh: '与户主关系', en: 'Relation to the head' },
  idNumber: { grade: 3, zh: '证件号码', en: 'Number of the paper' },
  birthDate: { grade: 3, zh: '出生日期', en: 'Birth date' },
  ethnicity: { grade: 3, zh: '民族', en: 'Ethnicity' },
  address: { grade: 3, zh: '详细住址', en: 'Home address' },
} as const;
export type PersonField = keyof typeof personFields;
export const PersonFieldName = OneOf(keysOf(personFields));

const Named = Shape({ id: UnitId, name: Bilingual });

/** A person as everybody in scope may see them: 张**, 138****5678, the building and no door. */
export const PersonSummary = Shape({
  id: Uuid,
  kind: PersonKindName,
  state: PersonStateName,
  name: Type.String(),
  phone: Maybe(Type.String()),
  sex: Type.String(),
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
  building: Maybe(Type.String()),
  home: Maybe(Uuid),
});
export type PersonSummary = Static<typeof PersonSummary>;

/** Who may ask for number after number would try out who lives here: of an ID number, few digits are unknown. */
export const LOOKUPS_A_MINUTE = 30;

export const searchPeople = route({
  id: 'registry.searchPeople',
  method: 'POST',
  path: '/registry/people/search',
  who: readers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '在岗位范围内查人：按姓名全称、电话、证件号码、地址或住房；必须说明目的；结果脱敏，每页留一条查看记录。按电话、证件号码每人每分钟最多查 30 次。',
    en: 'Look for people within the reach of the post: by full name, phone, number, address or home, for a purpose; masked, one record a page. By phone or number at most 30 times a minute for each account.',
  },
  body: Shape({
    purpose: PurposeName,
    name: Type.Optional(Text(1, 60)),
    phone: Type.Optional(Text(3, 30)),
    idNumber: Type.Optional(Text(4, 30)),
    address: Type.Optional(Text(2, 60)),
    building: Type.Optional(Uuid),
    home: Type.Optional(Uuid),
    community: Type.Optional(UnitId),
    grid: Type.Optional(UnitId),
    kind: Type.Optional(PersonKindName),
    state: Type.Optional(PersonStateName),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    after: Type.Optional(Uuid),
  }),
  reply: Page(PersonSummary),
});

export const FieldView = Shape({
  field: PersonFieldName,
  masked: Maybe(Type.String()),
  grade: Type.Integer(),
  /** Where the fact comes from, the day it speaks of, and who vouches for it. */
  source: Type.String(),
  asOf: Day,
  unit: Maybe(Named),
});
/** What happened, and from where, of which day and by whom it is told. */
export const LifeEventView = Shape({
  id: Uuid,
  kind: LifeEventName,
  at: Day,
  source: Type.String(),
  asOf: Day,
  unit: Maybe(Named),
});

export const PersonView = Shape({
  ...PersonSummary.properties,
  idKind: Maybe(IdKindName),
  household: Maybe(Uuid),
  fields: Type.Array(FieldView),
  events: Type.Array(LifeEventView),
  /** Those of the same household, masked. */
  family: Type.Array(Shape({ id: Uuid, name: Type.String(), relation: Maybe(RelationName) })),
  openCorrections: Type.Integer(),
  mergedInto: Maybe(Uuid),
  version: Type.Integer(),
  changedAt: Instant,
});
export type PersonView = Static<typeof PersonView>;

export const viewPerson = route({
  id: 'registry.viewPerson',
  method: 'POST',
  path: '/registry/people/:id/view',
  who: readers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '查看一个人的登记信息（脱敏），每项有来源、日期与核实单位；留查看记录。',
    en: 'One person, masked, each fact with its source, day and who vouches for it; recorded.',
  },
  params: ById,
  body: Shape({ purpose: PurposeName }),
  reply: PersonView,
});

/** How long a revealed fact stays in sight. */
export const REVEAL_SECONDS = 30;

export const revealPerson = route({
  id: 'registry.revealPerson',
  method: 'POST',
  path: '/registry/people/:id/reveal',
  who: readers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '逐项显示明文：说明目的（敏感信息并说明理由），显示 30 秒，留查看记录，本人可查。',
    en: 'Show single facts in clear, for a purpose and, where sensitive, a reason; in sight for 30 seconds, recorded, and the person can read who looked.',
  },
  params: ById,
  body: Shape({
    purpose: PurposeName,
    reason: Type.Optional(Reason),
    fields: Type.Array(PersonFieldName, { minItems: 1, maxItems: 9, uniqueItems: true }),
  }),
  reply: Shape({
    values: Type.Array(Shape({ field: PersonFieldName, value: Maybe(Type.String()) })),
    seconds: Type.Integer(),
  }),
});
export type Revealed = Static<typeof revealPerson.reply>;

/** What is written down of somebody new; the same rules hold as for a row of a table. */
export const GivenPerson = Shape({
  name: Text(1, 60),
  kind: PersonKindName,
  idKind: Type.Optional(IdKindName),
  idNumber: Type.Optional(Text(4, 30)),
  sex: Type.Optional(Text(1, 4)),
  birthDate: Type.Optional(Day),
  ethnicity: Type.Optional(Text(1, 20)),
  phone: Type.Optional(Text(3, 30)),
  address: Type.Optional(Text(2, 120)),
  relation: Type.Optional(RelationName),
  household: Type.Optional(Text(1, 40)),
  workplace: Type.Optional(Text(1, 80)),
  since: Type.Optional(Day),
  /** Known from where, and of which day; the unit of whoever writes it vouches for it. */
  source: Type.Optional(Text(2, 60)),
  asOf: Type.Optional(Day),
});

export const addPerson = route({
  id: 'registry.addPerson',
  method: 'POST',
  path: '/registry/people',
  who: takers,
  says: {
    zh: '登记一个人；证件号码已登记的不重复登记。',
    en: 'Write a person down; not twice for one number.',
  },
  body: GivenPerson,
  /** Whether the home of the address is in the registry, so that the person was written into it. */
  reply: Shape({ id: Uuid, homeKnown: Type.Boolean() }),
});

export const personHints = {
  same_number: { zh: '证件号码已登记', en: 'This number is registered already' },
  same_phone: { zh: '电话已登记', en: 'This phone is registered already' },
  same_name_birth: {
    zh: '姓名和出生日期相同，可能是同一人',
    en: 'Same name and birth date: perhaps one person',
  },
} as const;
export type PersonHintName = keyof typeof personHints;

export const checkPerson = route({
  id: 'registry.checkPerson',
  method: 'POST',
  path: '/registry/people/check',
  who: takers,
  reads: 'personal',
  secret: true,
  says: {
    zh: '登记之前先核对是否已登记：证件号码查全街道，只说有或没有；电话、姓名和生日只查岗位范围，结果脱敏，留查看记录。每人每分钟最多 30 次。',
    en: 'Before somebody is written down, whether they are already: the number in the whole street, told as yes or no; phone, name and birth date within the reach of the post, masked and recorded. At most 30 times a minute for each account.',
  },
  body: Shape({
    idNumber: Type.Optional(Text(4, 30)),
    phone: Type.Optional(Text(3, 30)),
    name: Type.Optional(Text(1, 60)),
    birthDate: Type.Optional(Day),
  }),
  reply: Shape({
    hints: Type.Array(Shape({ why: OneOf(keysOf(personHints)), person: Maybe(PersonSummary) })),
  }),
});
export type PersonHints = Static<typeof checkPerson.reply>['hints'];
