import { at } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { Form } from './footprint.ts';
import type { Parcel } from './parcels.ts';
import type { Both, BuildingUse, PlaceKind } from './types.ts';
import { COMMUNITIES } from './words.ts';
import { LIVED_IN } from './zones.ts';

/** Something public among the homes of a grid: a house, or open ground when `use` is null. Metres. */
export type Facility = Both & {
  readonly kind: PlaceKind;
  readonly use: BuildingUse | null;
  readonly length: number;
  readonly depth: number;
  readonly floors: number;
  readonly form: Form;
};

type Kind = Omit<Facility, 'zh' | 'en'> & { readonly zh: string; readonly en: string };

const house = (
  kind: PlaceKind,
  use: BuildingUse,
  size: readonly [number, number, number],
  form: Form = 'plain',
) => ({ kind, use, length: size[0], depth: size[1], floors: size[2], form });
const ground = (kind: PlaceKind, length: number, depth: number) => ({
  kind,
  use: null,
  length,
  depth,
  floors: 0,
  form: 'plain' as const,
});

/** What every community has; `~` is its name. */
const EVERYWHERE: readonly Kind[] = [
  {
    ...house('community_centre', 'public', [32, 16, 3]),
    zh: '~社区党群服务中心',
    en: '~ Community Service Centre',
  },
  { ...house('kindergarten', 'school', [40, 26, 3], 'court'), zh: '~幼儿园', en: '~ Kindergarten' },
  { ...house('elderly_care', 'public', [26, 14, 2]), zh: '~日间照料中心', en: '~ Day Care for the Elderly' },
  { ...ground('park', 42, 30), zh: '~口袋公园', en: '~ Pocket Park' },
];
/** What every second one has. */
const ODD: readonly Kind[] = [
  { ...house('wet_market', 'market', [46, 30, 2]), zh: '~农贸市场', en: '~ Wet Market' },
];
const EVEN: readonly Kind[] = [
  { ...house('clinic', 'hospital', [28, 15, 3]), zh: '~社区卫生服务站', en: '~ Community Clinic' },
];
/** What there is once, by number of the community. */
const ONCE: Readonly<Record<number, readonly Kind[]>> = {
  0: [
    {
      ...house('culture_station', 'public', [34, 20, 2], 'court'),
      zh: '听枫文化站',
      en: 'Tingfeng Culture Station',
    },
    { ...ground('square', 46, 30), zh: '听枫古镇广场', en: 'Tingfeng Old Town Square' },
  ],
  1: [
    {
      ...house('clinic', 'hospital', [54, 18, 5], 'angle'),
      zh: '听枫街道社区卫生服务中心',
      en: 'Tingfeng Community Health Centre',
    },
  ],
  3: [{ ...house('fire_station', 'public', [42, 20, 3]), zh: '听枫消防救援站', en: 'Tingfeng Fire Station' }],
  7: [
    {
      ...house('street_office', 'public', [62, 18, 6], 'court'),
      zh: '听枫街道办事处',
      en: 'Tingfeng Subdistrict Office',
    },
    {
      ...house('service_hall', 'public', [46, 26, 3]),
      zh: '听枫街道便民服务中心',
      en: 'Tingfeng Public Service Centre',
    },
    { ...house('police', 'public', [38, 18, 5]), zh: '听枫派出所', en: 'Tingfeng Police Station' },
  ],
};

/** Which facility stands in which grid: at most one each, only where people live. Keys are indexes of parcels. */
export function placeFacilities(parcels: readonly Parcel[], random: Random): Map<number, Facility> {
  const placed = new Map<number, Facility>();
  COMMUNITIES.forEach(({ zh, en }, community) => {
    const kinds = [...EVERYWHERE, ...(community % 2 === 0 ? EVEN : ODD), ...(ONCE[community] ?? [])];
    const homes = parcels
      .map((_, i) => i)
      .filter((i) => {
        const parcel = at(parcels, i);
        return parcel.community === community && LIVED_IN.includes(parcel.zone);
      });
    const order = random.shuffle(homes);
    kinds.forEach((kind, i) => {
      const parcel = order[i];
      if (parcel === undefined) return;
      placed.set(parcel, { ...kind, zh: kind.zh.replace('~', zh), en: kind.en.replace('~', en) });
    });
  });
  return placed;
}
