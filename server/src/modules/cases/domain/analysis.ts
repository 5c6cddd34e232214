import type { Static } from 'typebox';
import type { ListProblem } from '@fengqiao/contract/cases/lists.ts';
import { placeKinds, type PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import { whyNotHelp, whyNotLead, type Units } from './duty.ts';
import { COMMUNITY_OF_PLACE, fitOf, type ListRow } from './list.ts';

export type Problem = Static<typeof ListProblem>;
type Kind = Problem['kind'];
type Said = { readonly zh: string; readonly en: string };

/**
 * What is wrong with a list before it is published: matters nobody answers for, rows that compete, rows that can never hold,
 * units that are not there, duties put on the wrong shoulders, evidence that cannot be had. `known` are the types of the list
 * in force, which may not vanish unnoticed.
 */
export function analyse(rows: readonly ListRow[], units: Units, known: readonly string[]): Problem[] {
  const byType = new Map<string, ListRow[]>();
  for (const row of rows) byType.set(row.type, [...(byType.get(row.type) ?? []), row]);
  const vanished = known
    .filter((type) => !byType.has(type))
    .map((type) =>
      problem('gap', type, [], {
        zh: '现行清单的这个类别没有条目',
        en: 'The list in force has this type; here no row is left',
      }),
    );
  const found = [...byType].flatMap(([type, its]) => [
    ...placesOf(type, its, units),
    ...its.flatMap((row) => problemsOf(row, units)),
  ]);
  return [...vanished, ...found].sort((a, b) => (a.type === b.type ? 0 : a.type < b.type ? -1 : 1));
}

const problem = (kind: Kind, type: string, rowKeys: readonly string[], { zh, en }: Said): Problem => ({
  key: `${kind}:${type}${rowKeys.map((key) => `:${key}`).join('')}`,
  kind,
  type,
  rowKeys: [...rowKeys],
  zh,
  en,
});

type Cell = {
  readonly placeKind: PlaceKind;
  readonly hour: number;
  readonly community: string;
  readonly fit: readonly ListRow[];
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const kindsOfPlace: readonly PlaceKind[] = [
  'road',
  'sidewalk',
  'estate',
  'market',
  'park',
  'water',
  'site',
  'indoor',
  'other',
];
const ANY_OTHER = '';

/** Looks at every place, hour and community that the rows of a type tell apart. */
function placesOf(type: string, rows: readonly ListRow[], units: Units): Problem[] {
  const named = [...new Set(rows.flatMap((row) => row.communities))].filter((unit) => units.has(unit));
  const cells: Cell[] = [];
  for (const placeKind of kindsOfPlace)
    for (const hour of hours)
      for (const community of [...named, ANY_OTHER]) {
        const spot = { placeKind, community, at: new Date(Date.UTC(2026, 0, 5, hour - 8)) };
        cells.push({ placeKind, hour, community, fit: rows.filter((row) => fitOf(row, spot) === 'yes') });
      }
  return [...gapIn(type, cells), ...overlapsIn(type, cells), ...unreachableIn(type, rows, cells)];
}

function gapIn(type: string, cells: readonly Cell[]): Problem[] {
  const bare = cells.filter((cell) => cell.fit.length === 0);
  if (bare.length === 0) return [];
  const places = [...new Set(bare.map((cell) => cell.placeKind))];
  const times = [...new Set(bare.map((cell) => cell.hour))];
  const where = (language: 'zh' | 'en') =>
    places.length === kindsOfPlace.length
      ? ''
      : places.map((place) => placeKinds[place][language]).join(language === 'zh' ? '、' : ', ');
  const when = times.length === hours.length ? '' : spansOf(times).join('、');
  const zh = [where('zh'), when && `${when} 时`].filter(Boolean).join('；') || '部分社区';
  const en = [where('en'), when && `hours ${when}`].filter(Boolean).join('; ') || 'some communities';
  return [problem('gap', type, [], { zh: `没有条目适用：${zh}`, en: `No row holds: ${en}` })];
}

/** Hours in order as spans, such as 0–6 and 22–24. */
function spansOf(times: readonly number[]): string[] {
  const starts = times.filter((hour) => !times.includes(hour - 1));
  const ends = times.filter((hour) => !times.includes(hour + 1));
  return starts.map((start, i) => `${start}–${(ends[i] ?? start) + 1}`);
}

function overlapsIn(type: string, cells: readonly Cell[]): Problem[] {
  const pairs = new Map<string, [string, string]>();
  for (const { fit } of cells)
    for (const [i, a] of fit.entries())
      for (const b of fit.slice(i + 1)) pairs.set(`${a.rowKey}+${b.rowKey}`, [a.rowKey, b.rowKey]);
  return [...pairs.values()].map((keys) =>
    problem('overlap', type, keys, {
      zh: `${keys.join(' 与 ')} 在同一地点、时段同时适用，只能商定`,
      en: `${keys.join(' and ')} hold at the same place and time, so it can only be negotiated`,
    }),
  );
}

function unreachableIn(type: string, rows: readonly ListRow[], cells: readonly Cell[]): Problem[] {
  const held = new Set(cells.flatMap((cell) => cell.fit));
  return rows
    .filter((row) => !held.has(row))
    .map((row) =>
      problem('unreachable', type, [row.rowKey], {
        zh: '所列社区均不存在，条目永远不会适用',
        en: 'None of its communities exists, so the row never holds',
      }),
    );
}

function problemsOf(row: ListRow, units: Units): Problem[] {
  const of = (kind: Kind, said: Said) => problem(kind, row.type, [row.rowKey], said);
  const strangers = [row.lead, ...row.co, ...row.communities].filter(
    (unit) => kindOf(unit, units) === undefined,
  );
  const unknown =
    strangers.length === 0
      ? []
      : [
          of('unknown_unit', {
            zh: `单位不存在或已停用：${strangers.join('、')}`,
            en: `Units that are not there: ${strangers.join(', ')}`,
          }),
        ];
  const together = (kind: Kind, said: readonly Said[]) =>
    said.length === 0
      ? []
      : [of(kind, { zh: said.map((one) => one.zh).join('；'), en: said.map((one) => one.en).join('; ') })];
  return [...unknown, ...together('duty', dutyOf(row, units)), ...together('evidence', evidenceOf(row))];
}

const kindOf = (unit: string, units: Units): UnitKind | undefined =>
  unit === COMMUNITY_OF_PLACE ? 'community' : units.get(unit);

function dutyOf(row: ListRow, units: Units): Said[] {
  const lead = kindOf(row.lead, units);
  const code = lead === undefined ? null : whyNotLead(row, lead);
  const helpers = row.co.filter((unit) => whyNotHelp(row.duty, kindOf(unit, units) ?? 'social') !== null);
  return [
    ...(code === null ? [] : [{ zh: refusals[code].zh, en: refusals[code].en }]),
    ...(row.duty === 'basic' && lead === 'district'
      ? [
          {
            zh: '由区级部门牵头的事项不是街道基本履职事项，应为“配合履职”或“上级收回”',
            en: 'What a district department leads is not the street’s own duty: mark it as assisting or recalled',
          },
        ]
      : []),
    ...(helpers.length === 0
      ? []
      : [
          {
            zh: `上级收回事项不得由街道单位协办：${helpers.join('、')}`,
            en: `Street units cannot assist in what was recalled: ${helpers.join(', ')}`,
          },
        ]),
    ...(row.co.includes(row.lead)
      ? [{ zh: '主办单位同时列为协办单位', en: 'The lead is also named as a co-handler' }]
      : []),
  ];
}

/** Proof is asked only where it can be had and where the list says what it must show (no photos for their own sake). */
function evidenceOf({ evidence, checkMethods, closeCondition, sensitive }: ListRow): Said[] {
  const photos = evidence.filter((one) => one.kind === 'photo');
  const onsite = checkMethods.includes('onsite');
  const twice = new Set(evidence.map((one) => `${one.stage} ${one.kind}`)).size < evidence.length;
  return [
    ...(photos.some((one) => one.stage === 'check') && !onsite
      ? [{ zh: '核查要求照片，但不作现场核查', en: 'A check photo is asked, but nobody checks on site' }]
      : []),
    ...(photos.length > 0 && sensitive
      ? [{ zh: '敏感事项不得要求照片', en: 'A sensitive matter must not ask for photos' }]
      : []),
    ...(photos.length > 0 && closeCondition.trim() === ''
      ? [
          {
            zh: '要求照片而未写明办结标准，无法说明必要性',
            en: 'A photo is asked without a closing condition that says why',
          },
        ]
      : []),
    ...(twice
      ? [{ zh: '同一环节的同类佐证重复列出', en: 'The same kind of evidence is listed twice for one stage' }]
      : []),
  ];
}
