import type { UnitKind } from '@fengqiao/contract/units.ts';
import type { Units } from './duty.ts';
import type { ListRow, Spot } from './list.ts';

/** A row of the list for tests; what matters is told, the rest is usual. */
export const rowWith = (told: Partial<ListRow> = {}): ListRow => ({
  rowKey: '02004',
  type: '02004',
  duty: 'basic',
  majorZh: '街面秩序',
  zh: '机动车乱停放',
  en: 'Illegal parking',
  class: 'enforcement',
  basis: 'statutory',
  lead: 'urban_ops',
  co: [],
  grade: 'B',
  limit: { value: 4, unit: 'work_hour' },
  elastic: 'N',
  elasticReason: '',
  placeKinds: [],
  communities: [],
  hours: null,
  registerCondition: '',
  closeCondition: '驶离或查处',
  checkMethods: ['onsite'],
  verifyPublic: false,
  onTheSpot: false,
  selfGovernance: false,
  residentVisible: true,
  sensitive: false,
  exitRoute: '',
  evidence: [],
  keywords: ['乱停车'],
  gbRef: '',
  source: '',
  certainty: 'D',
  ...told,
});

const of = (kind: UnitKind, ...ids: string[]) => ids.map((id) => [id, kind] as const);

export const someUnits: Units = new Map([
  ...of('street', 'street'),
  ...of('centre', 'centre'),
  ...of('internal', 'urban_ops', 'law_enforcement', 'construction', 'social_affairs', 'labor_service'),
  ...of('dispatched', 'police', 'traffic_police', 'fire', 'market_reg'),
  ...of('district', 'district_urban', 'district_housing', 'district_water'),
  ...of('public_enterprise', 'property_co', 'power_co', 'bus_co'),
  ...of('community', 'c01', 'c02'),
  ...of('grid', 'c01-g01', 'c02-g01'),
  ...of('team', 'urban_ops_team'),
  ...of('social', 'social_org'),
]);

/** Monday 23 November 2026, ten in the morning in China, on a road of community c01. */
export const spot: Spot = { placeKind: 'road', community: 'c01', at: new Date('2026-11-23T10:00:00+08:00') };
