import type { Mapping, TableColumn } from '@fengqiao/contract/cases/imports.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';

/** Columns a case takes one value from, in the order a form asks for them. */
export const columns = {
  id: { zh: '编号', en: 'Id' },
  reportedAt: { zh: '上报时间', en: 'Reported' },
  closedAt: { zh: '办结时间', en: 'Closed' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
  lng: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  type: { zh: '类别', en: 'Type' },
  status: { zh: '状态', en: 'Status' },
  owner: { zh: '责任单位', en: 'Owner' },
  channel: { zh: '来源渠道', en: 'Channel' },
} as const;
export type ColumnName = keyof typeof columns;
export const needed: readonly ColumnName[] = ['id', 'reportedAt', 'lng', 'lat'];

/** Words made of one column or several. */
export const written = {
  title: { zh: '标题', en: 'Title' },
  text: { zh: '诉求内容', en: 'What was said' },
  address: { zh: '地点', en: 'Address' },
} as const;
export type WrittenName = keyof typeof written;

/** The words of the other system that mean something here, and where they stand in a mapping. */
export const tables = { type: 'types', status: 'statuses', owner: 'owners', channel: 'channels' } as const;
export type Kind = keyof typeof tables;

/** A mapping as the form holds it. */
export type Entered = {
  system: string;
  zone: string;
  dates: NonNullable<Mapping['dates']>;
  crs: NonNullable<Mapping['crs']>;
  columns: Partial<Record<ColumnName, string>>;
  written: Partial<Record<WrittenName, string[]>>;
  words: Partial<Record<Kind, Record<string, string>>>;
  defaults: Partial<Record<Kind, string>>;
  others: Kind[];
};

/** What a name of a column usually means. */
const usual: Readonly<Record<ColumnName | WrittenName, RegExp>> = {
  id: /^(id|no|编号|单号|工单号|工单编号|事件编号|序号)$/iu,
  reportedAt: /上报时间|受理时间|创建时间|登记时间|^created|reported|requested_datetime|opened/iu,
  closedAt: /办结时间|结案时间|关闭时间|完成时间|^closed/iu,
  updatedAt: /更新时间|修改时间|^updated/iu,
  lng: /经度|^(lng|lon|long|longitude|x)$/iu,
  lat: /纬度|^(lat|latitude|y)$/iu,
  type: /类别|类型|事项|^type$|service_name|category/iu,
  status: /^(状态|工单状态|办理状态|status)$/iu,
  owner: /责任单位|承办单位|处置单位|主办|^(owner|agency)/iu,
  channel: /渠道|来源|^(channel|source)$/iu,
  title: /标题|^title$/iu,
  text: /内容|描述|诉求|^(text|description)$/iu,
  address: /地点|地址|位置|^address/iu,
};

/** A first guess at what each column means, for a person to look over. */
export function guess(found: readonly TableColumn[]): Entered {
  const taken = new Set<string>();
  const take = (name: ColumnName | WrittenName): string | undefined => {
    const column = found.find((one) => !taken.has(one.name) && usual[name].test(one.name))?.name;
    if (column !== undefined) taken.add(column);
    return column;
  };
  const of = <K extends ColumnName | WrittenName>(names: readonly K[]) =>
    names.flatMap((name) => {
      const column = take(name);
      return column === undefined ? [] : [[name, column] as const];
    });
  const plain = of(keysOf(columns));
  const words = of(keysOf(written));
  return {
    system: '',
    zone: 'Asia/Shanghai',
    dates: 'ymd',
    crs: 'WGS84',
    columns: Object.fromEntries(plain),
    written: Object.fromEntries(words.map(([name, column]) => [name, [column]])),
    words: {},
    defaults: {},
    others: [],
  };
}

const HOLE = /\{([^{}]{1,120})\}/gu;
const holesIn = (template: string): string[] => {
  const named = [...template.matchAll(HOLE)].map((one) => one[1] ?? '');
  return named.length > 0 || template === '' ? named : [template];
};

/** A mapping in the form, so that an earlier one can be changed. */
export function enteredOf(mapping: Mapping): Entered {
  const { fields, defaults = {}, others = [] } = mapping;
  const { title = '', text, address = '', ...plain } = fields;
  return {
    system: mapping.system,
    zone: mapping.zone,
    dates: mapping.dates ?? 'ymd',
    crs: mapping.crs ?? 'WGS84',
    columns: plain,
    written: { title: holesIn(title), text: holesIn(text), address: holesIn(address) },
    words: {
      type: { ...mapping.types },
      status: { ...mapping.statuses },
      owner: { ...mapping.owners },
      channel: { ...mapping.channels },
    },
    defaults: { ...defaults },
    others: [...others],
  };
}

/** What the form says as a mapping; a template of `like` stays as it was while its columns do. Whether it fits the table, the list and the units is for the server to say. */
export function mappingOf(entered: Entered, like: Mapping | null): Mapping {
  const { system, zone, dates, crs, columns: plain, words, defaults, others } = entered;
  const template = (name: WrittenName): string => {
    const chosen = entered.written[name] ?? [];
    const before = like?.fields[name] ?? '';
    if (chosen.length > 0 && chosen.join('\n') === holesIn(before).join('\n')) return before;
    return chosen.map((column) => `{${column}}`).join('，');
  };
  const [title, address] = [template('title'), template('address')];
  const kept = (kind: Kind) => {
    const chosen = Object.entries(words[kind] ?? {}).filter(([, meaning]) => Boolean(meaning));
    return chosen.length === 0 || plain[kind] === undefined
      ? {}
      : { [tables[kind]]: Object.fromEntries(chosen) };
  };
  const standard = Object.entries(defaults).filter(([, value]) => Boolean(value));
  const { id = '', reportedAt = '', lng = '', lat = '', ...optional } = plain;
  return {
    system,
    zone,
    dates,
    crs,
    fields: {
      id,
      reportedAt,
      lng,
      lat,
      ...filled(optional),
      text: template('text'),
      ...(title === '' ? {} : { title }),
      ...(address === '' ? {} : { address }),
    },
    ...kept('type'),
    ...kept('status'),
    ...kept('owner'),
    ...kept('channel'),
    ...(standard.length === 0 ? {} : { defaults: Object.fromEntries(standard) }),
    ...(others.length === 0 ? {} : { others }),
  };
}

const STATUS: readonly (readonly [RegExp, 'open' | 'closed' | 'void'])[] = [
  [/撤|废|取消|cancel|void|withdraw/iu, 'void'],
  [/未办结|未结|办理|处理中|处置中|待|open|progress|new/iu, 'open'],
  [/结|完成|关闭|归档|closed|done|resolved|referred/iu, 'closed'],
];

/** What the word of a status probably means. */
export const statusMeant = (word: string): string | undefined =>
  STATUS.find(([says]) => says.test(word))?.[1];

/** The one thing that is called exactly so. */
export const calledSo = (
  word: string,
  things: readonly { readonly id: string; readonly names: readonly string[] }[],
): string | undefined => {
  const sought = word.trim().toLowerCase();
  return things.find(({ names }) => names.some((name) => name.toLowerCase() === sought))?.id;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it has the shape of a mapping; the server checks every part of it. */
const isMapping = (said: unknown): said is Mapping =>
  isRecord(said) &&
  typeof said['system'] === 'string' &&
  typeof said['zone'] === 'string' &&
  isRecord(said['fields']) &&
  typeof said['fields']['text'] === 'string';

/** The mapping a file holds, or null. */
export function mappingIn(text: string): Mapping | null {
  try {
    const said: unknown = JSON.parse(text);
    return isMapping(said) ? said : null;
  } catch {
    return null;
  }
}
