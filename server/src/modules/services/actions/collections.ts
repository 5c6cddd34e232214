import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import type { Held } from './items-now.ts';
import { itemsNow } from './items-now.ts';

const item = (name: string, zh: string, en: string, type: DataItem['type'] = 'text'): DataItem => ({
  name,
  zh,
  en,
  type,
  required: name !== 'since' && name !== 'term',
  grade: 0,
});

const valuesOf = ({ code, name, events, accepts, decides, term, since }: Held) => ({
  itemCode: code,
  itemName: name.zh,
  events: events.join('、'),
  accepts,
  decides,
  term: term?.zh ?? null,
  since,
});

async function toldItems(work: Work) {
  return (await itemsNow(work)).map(valuesOf).toSorted((a, b) => (a.itemCode < b.itemCode ? -1 : 1));
}

/** What may be done for people here, which everybody may read. */
export const collections: readonly Collection[] = [
  {
    id: 'services.item',
    base: 'business',
    name: { zh: '服务事项', en: 'Service items' },
    summary: {
      zh: '按人生事件编排的服务事项：名称、受理和决定单位、法定时限',
      en: 'Service items by life event: name, who accepts and who decides, the term by law',
    },
    category: ['政务服务', '服务事项'],
    fields: [
      item('itemCode', '事项编码', 'Code', 'code'),
      item('itemName', '事项名称', 'Item'),
      item('events', '人生事件', 'Life events', 'code'),
      item('accepts', '受理单位', 'Accepts', 'code'),
      item('decides', '决定单位', 'Decides', 'code'),
      item('term', '法定时限', 'Term by law'),
      item('since', '本街道自何日起', 'Own version since', 'date'),
    ],
    cycle: 'irregular',
    measure: async (work) => {
      const items = await toldItems(work);
      const rows = items.length;
      const has = (fits: (one: (typeof items)[number]) => boolean) => items.filter(fits).length;
      return {
        rows,
        newest: null,
        filled: {
          itemCode: rows,
          itemName: rows,
          events: has(({ events }) => events !== ''),
          accepts: has(({ accepts }) => accepts !== null),
          decides: has(({ decides }) => decides !== null),
          term: has(({ term }) => term !== null),
          since: has(({ since }) => since !== null),
        },
        valid: {},
        distinct: { itemCode: new Set(items.map(({ itemCode }) => itemCode)).size },
      };
    },
    read: async (work, { fields, after, limit }) => {
      const rest = (await toldItems(work)).filter(({ itemCode }) => after === null || itemCode > after);
      const shown = rest.slice(0, limit);
      return {
        rows: shown.map((one) => {
          const told: Readonly<Record<string, string | null>> = one;
          return Object.fromEntries(fields.map((field) => [field, told[field] ?? null]));
        }),
        subjects: [],
        next: rest.length > limit ? (shown.at(-1)?.itemCode ?? null) : null,
      };
    },
  },
];
