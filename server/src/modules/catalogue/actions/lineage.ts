import type { LineageStep } from '@fengqiao/contract/catalogue/resources.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import type { Arrival, Collection } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import { gradeOf, PERSONAL } from '../domain/content.ts';
import { FEW, toldCount } from '../domain/few.ts';
import type { Measurement } from '../store/quality.ts';
import { sharedOf, usedOf, type Shared, type SharedAct, type Used } from '../store/lineage.ts';
import type { Resource } from '../store/resource.ts';
import { unitNames, type Names } from './names.ts';

const SHOWN = 60;

/**
 * Where the data of a resource came from and what became of it, the newest first: tables that were brought in, its entry,
 * its latest measurement, and what was granted, delivered and used. Few people are told by no number.
 */
export async function lineageOf(
  work: Work,
  resource: Resource,
  { latest, collection }: { latest: Measurement | undefined; collection: Collection | undefined },
): Promise<LineageStep[]> {
  const names = await unitNames(work);
  const aboutPeople = gradeOf(resource.content) >= PERSONAL;
  const told = (rows: number) => (aboutPeople ? toldCount(rows) : rows);
  const arrivals = (await collection?.arrivals?.(work)) ?? [];
  const steps = [
    ...arrivals.map((one) => imported(one, told(one.rows))),
    published(resource),
    ...(latest === undefined ? [] : [measured(latest, told(latest.rows))]),
    ...(await sharedOf(work, resource.id, SHOWN)).map((one) => shared(one, names)),
    ...(await usedOf(work, resource.id, SHOWN)).map((one) => used(one, told(one.rows), names)),
  ];
  return steps.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN);
}

const counted = (rows: number | null): Both =>
  rows === null
    ? { zh: `不足 ${FEW} 条`, en: `fewer than ${FEW} rows` }
    : { zh: `${rows} 条`, en: `${rows} rows` };

const imported = ({ at, source, asOf, unit, by }: Arrival, rows: number | null): LineageStep => ({
  at: at.toISOString(),
  kind: 'imported',
  unit,
  by,
  zh: `「${source}」截至 ${asOf} 的数据 ${counted(rows).zh}`,
  en: `From “${source}”, as of ${asOf}: ${counted(rows).en}`,
});

const published = ({ publishedAt, provider }: Resource): LineageStep => ({
  at: publishedAt.toISOString(),
  kind: 'published',
  unit: provider,
  by: null,
  zh: '进入目录',
  en: 'In the catalogue',
});

function measured({ measuredAt, score }: Measurement, rows: number | null): LineageStep {
  const points = Math.round(score * 100);
  return {
    at: measuredAt.toISOString(),
    kind: 'measured',
    unit: null,
    by: null,
    zh: `${counted(rows).zh}，质量 ${points} 分`,
    en: `${counted(rows).en}, quality ${points} of 100`,
  };
}

const became = {
  grant: { kind: 'granted', zh: '共享给', en: 'To' },
  arbitrate: { kind: 'granted', zh: '经决定共享给', en: 'By decision, to' },
  confirm_outside: { kind: 'granted', zh: '经上级平台共享给', en: 'Through an upper platform to' },
  deliver: { kind: 'delivered', zh: '提供给', en: 'To' },
  terminate: { kind: 'ended', zh: '终止共享：', en: 'Ended early:' },
  expire: { kind: 'ended', zh: '共享到期：', en: 'Over with its term:' },
  dispose: { kind: 'ended', zh: '已销毁：', en: 'Disposed of by' },
} as const satisfies Record<SharedAct, Both & { kind: LineageStep['kind'] }>;

function shared({ at, act, unit }: Shared, names: Names): LineageStep {
  const { kind, zh, en } = became[act];
  return {
    at: at.toISOString(),
    kind,
    unit,
    by: null,
    zh: `${zh}${names.of(unit).zh}`,
    en: `${en} ${names.of(unit).en}`,
  };
}

const used = ({ at, unit, times }: Used, rows: number | null, names: Names): LineageStep => ({
  at: at.toISOString(),
  kind: 'used',
  unit,
  by: null,
  zh: `${names.of(unit).zh} ${times} 次、${counted(rows).zh}`,
  en: `${names.of(unit).en}: ${times} ×, ${counted(rows).en}`,
});
