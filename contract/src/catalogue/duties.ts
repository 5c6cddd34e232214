import Type, { type Static } from 'typebox';
import type { Both } from '../both.ts';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Day,
  Instant,
  keysOf,
  Maybe,
  OneOf,
  Page,
  Paging,
  Reason,
  UnitId,
  Uuid,
  Words,
} from '../shapes.ts';
import { catalogueProviders, catalogueReaders } from './resources.ts';

/** What makes an entry out of date at once (Order 809, art. 17). */
export const dutyChanges = {
  law: { zh: '法律、行政法规调整', en: 'A law or regulation changed' },
  decision: { zh: '国务院决定调整', en: 'A decision of the State Council changed' },
  duty: { zh: '部门职责变化', en: 'The duties of the unit changed' },
} as const satisfies Record<string, Both>;
export const DutyChangeName = OneOf(keysOf(dutyChanges));

export const dutyStates = {
  open: { zh: '待更新目录', en: 'To be updated' },
  met: { zh: '已提交更新', en: 'Update handed in' },
  closed: { zh: '无须更新', en: 'Nothing to change' },
} as const satisfies Record<string, Both>;
export type DutyState = keyof typeof dutyStates;
const DutyStateName = OneOf(keysOf(dutyStates));

/** The duty to update an entry within ten work days of a change, five more when the sharing authority allows. */
export const DutyView = Shape({
  id: Uuid,
  resource: Uuid,
  name: Bilingual,
  provider: UnitId,
  providerName: Bilingual,
  change: DutyChangeName,
  basis: Type.String(),
  occurredOn: Day,
  dueAt: Instant,
  overdue: Type.Boolean(),
  extended: Type.Boolean(),
  state: DutyStateName,
  ending: Maybe(Type.String()),
  openedBy: Type.String(),
  openedAt: Instant,
  may: Shape({ extend: Type.Boolean(), close: Type.Boolean() }),
});
export type DutyView = Static<typeof DutyView>;

export const listDuties = route({
  id: 'catalogue.duties',
  method: 'GET',
  path: '/catalogue/duties',
  who: catalogueReaders,
  says: {
    zh: '因法律法规或职责变化须更新目录的资源及期限。',
    en: 'Entries that have to be updated since a law or duty changed, and until when.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    state: Type.Optional(DutyStateName),
    resource: Type.Optional(Uuid),
  }),
  reply: Page(DutyView),
});

export const announceChange = route({
  id: 'catalogue.announceChange',
  method: 'POST',
  path: '/catalogue/resources/:id/duties',
  who: catalogueProviders,
  says: {
    zh: '登记法律法规或职责变化：提供单位自变化之日起 10 个工作日内更新目录。',
    en: 'Announce a change of law or duty: the provider updates the entry within ten work days of it.',
  },
  params: ById,
  body: Shape({ change: DutyChangeName, basis: Words(4, 300), occurredOn: Day }),
  reply: DutyView,
});

export const extendDuty = route({
  id: 'catalogue.extendDuty',
  method: 'POST',
  path: '/catalogue/duties/:id/extension',
  who: ['steward'],
  says: {
    zh: '同意延长更新期限（至多 5 个工作日，一次）。',
    en: 'Allow up to five more work days for the update, once.',
  },
  params: ById,
  body: Shape({ workDays: Type.Integer({ minimum: 1, maximum: 5 }), reason: Reason }),
  reply: DutyView,
});

export const closeDuty = route({
  id: 'catalogue.closeDuty',
  method: 'POST',
  path: '/catalogue/duties/:id/closure',
  who: ['steward'],
  says: { zh: '认定无须更新并说明理由。', en: 'Find that nothing has to be changed, and say why.' },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: DutyView,
});
