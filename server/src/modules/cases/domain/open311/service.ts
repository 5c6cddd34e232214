import { placeKinds, type PlaceKind } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import { firstRow, type ListRow, type ResponsibilityList } from '../list.ts';
import type { Fields, Records } from './document.ts';
import { missing, type Input, type Lang, type Wrong } from './input.ts';
import { momentOf } from './query.ts';

/** A type as a service of Open311: its rows in the list in force. */
export type Service = { readonly code: string; readonly first: ListRow; readonly rows: readonly ListRow[] };

/** What the public may report and see through Open311: types residents see, and none that is sensitive under any condition. */
export function servicesOf(list: ResponsibilityList): Map<string, Service> {
  const open = [...list.byType].flatMap(([code, rows]) => {
    const first = firstRow(list, code);
    return first !== undefined && rows.every((row) => row.residentVisible && !row.sensitive)
      ? [[code, { code, first, rows }] as const]
      : [];
  });
  return new Map(open);
}

/** One service by its code, or the refusal that it is not there. */
export const serviceOf = (services: ReadonlyMap<string, Service>, code: string): Service =>
  services.get(code) ??
  refuse('cases.open311_service', { parameter: 'service_code', value: code.slice(0, 60) });

export const nameOf = ({ first }: Service, lang: Lang): string => first[lang];

/** A line of the service list. */
export function serviceFields(service: Service, lang: Lang): Fields {
  const { code, first } = service;
  return {
    service_code: code,
    service_name: nameOf(service, lang),
    description: describe(first, lang),
    metadata: attributesOf(service, lang).length > 0,
    type: 'realtime',
    keywords: first.keywords.join(', '),
    group: first.majorZh,
  };
}

const describe = ({ registerCondition, zh, en }: ListRow, lang: Lang): string =>
  lang === 'en' ? en : registerCondition || zh;

const units: Readonly<Record<ListRow['limit']['unit'], { readonly zh: string; readonly en: string }>> = {
  urgent_hour: { zh: '小时', en: 'hours' },
  work_hour: { zh: '个工作小时', en: 'working hours' },
  work_day: { zh: '个工作日', en: 'working days' },
  calendar_day: { zh: '天', en: 'days' },
};

/** What is going to happen and when it counts as done. */
export function noticeOf({ limit, closeCondition }: ListRow, lang: Lang): string {
  const term = `${limit.value} ${units[limit.unit][lang]}`;
  return lang === 'en'
    ? `To be done within ${term} of registration.`
    : `立案后 ${term.replace(' ', '')}内办理${closeCondition === '' ? '' : `；办结标准：${closeCondition}`}。`;
}

type Attribute = {
  readonly variable: boolean;
  readonly code: string;
  readonly datatype: string;
  readonly required: boolean;
  readonly description: string;
  readonly values: readonly { key: string; name: string }[];
};

const PLACE_KIND = 'PLACE_KIND';
const ANONYMOUS = 'ANONYMOUS';
const yesNo = { zh: ['是', '否'], en: ['Yes', 'No'] } as const;

/** What is asked about a type: where it is when its rows differ by that, what its list asks, whether to stay unnamed; and what to know. */
function attributesOf({ first, rows }: Service, lang: Lang): Attribute[] {
  const kinds = [...new Set(rows.flatMap((row) => row.placeKinds))];
  const place: Attribute[] =
    kinds.length < 2
      ? []
      : [
          {
            variable: true,
            code: PLACE_KIND,
            datatype: 'singlevaluelist',
            required: false,
            description: lang === 'en' ? 'What kind of place is it?' : '在什么地方？',
            values: kinds.map((key) => ({ key, name: placeKinds[key][lang] })),
          },
        ];
  const asked = (first.asks ?? []).map((ask): Attribute => ({
    variable: true,
    code: ask.code,
    datatype: ask.datatype,
    required: ask.required,
    description: ask[lang],
    values: (ask.values ?? []).map((value) => ({ key: value.key, name: value[lang] })),
  }));
  const unnamed: Attribute[] =
    first.class !== 'enforcement'
      ? []
      : [
          {
            variable: true,
            code: ANONYMOUS,
            datatype: 'singlevaluelist',
            required: false,
            description: lang === 'en' ? 'Shall the handlers not know who you are?' : '是否对承办单位匿名？',
            values: [
              { key: 'yes', name: yesNo[lang][0] },
              { key: 'no', name: yesNo[lang][1] },
            ],
          },
        ];
  const told =
    first.exitRoute === ''
      ? []
      : [
          {
            variable: false,
            code: 'NOTICE',
            datatype: 'text',
            required: false,
            description: first.exitRoute,
            values: [],
          },
        ];
  return [...place, ...asked, ...unnamed, ...told];
}

/** The definition of a service with its attributes in order. */
export function definitionFields(service: Service, lang: Lang): Fields {
  const rows = attributesOf(service, lang).map(({ values, ...one }, i): Fields => {
    const options: Records = { item: 'value', rows: values };
    return {
      variable: one.variable,
      code: one.code,
      datatype: one.datatype,
      required: one.required,
      datatype_description: null,
      order: i + 1,
      description: one.description,
      ...(values.length === 0 ? {} : { values: options }),
    };
  });
  return { service_code: service.code, attributes: { item: 'attribute', rows } };
}

export type Answers = {
  readonly placeKind: PlaceKind | undefined;
  readonly anonymous: boolean;
  readonly kept: Readonly<Record<string, string | string[]>>;
};

const MOST_KEPT = 20;

/** The answers to a service's questions. Unknown ones are kept as they are: clients send fields of their own. */
export function answersOf(service: Service, { attributes }: Input): { answers: Answers; problems: Wrong[] } {
  const defined = attributesOf(service, 'zh').filter((one) => one.variable);
  const problems = defined.flatMap((one) => problemOf(one, attributes.get(one.code) ?? []));
  const kept = [...attributes]
    .filter(([code]) => code !== PLACE_KIND && code !== ANONYMOUS)
    .slice(0, MOST_KEPT);
  const place = attributes.get(PLACE_KIND)?.[0];
  return {
    problems,
    answers: {
      placeKind: service.rows.flatMap((row) => row.placeKinds).find((kind) => kind === place),
      anonymous: attributes.get(ANONYMOUS)?.[0] === 'yes',
      kept: Object.fromEntries(
        kept.map(([code, values]) => [code, values.length === 1 ? (values[0] ?? '') : [...values]]),
      ),
    },
  };
}

function problemOf({ code, datatype, required, values }: Attribute, given: readonly string[]): Wrong[] {
  const parameter = `attribute[${code}]`;
  if (given.length === 0) return required ? [missing(parameter)] : [];
  const no = (zh: string, en: string): Wrong[] => [{ parameter, zh, en }];
  if (datatype !== 'multivaluelist' && given.length > 1) return no('只能有一个值', 'takes one value');
  if (datatype === 'number' && !given.every((one) => Number.isFinite(Number(one))))
    return no('应为数字', 'must be a number');
  if (datatype === 'datetime' && !given.every((one) => momentOf(one) !== null))
    return no('应为带时区的 ISO 8601 时间', 'must be an ISO 8601 date and time with a zone');
  if (datatype === 'string' && given.some((one) => one.includes('\n')))
    return no('不能换行', 'must not contain line breaks');
  if (datatype.endsWith('list') && !given.every((one) => values.some((value) => value.key === one)))
    return no('不在可选值中', 'is not one of the values of the definition');
  return [];
}
