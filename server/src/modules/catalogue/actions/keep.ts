import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import { allUnits } from '#modules/identity';
import { PERSONAL, gradeOf } from '../domain/content.ts';
import { scoreOf } from '../domain/quality.ts';
import { latestOf, saveMeasurement } from '../store/quality.ts';
import { insertResources, nextNumbers, resourceOfCollection, type Resource } from '../store/resource.ts';
import { codeOf } from './proposals.ts';

const DAY = 86_400_000;

/**
 * Enters what the rooms of this platform keep into the catalogue, and measures each once a day; returns how many were
 * entered or measured. One at a time, so that a long count holds up nothing else.
 */
export async function keepCollections(work: Work, collections: readonly Collection[]): Promise<number> {
  for (const collection of collections) {
    const known = await resourceOfCollection(work, collection.id);
    if (known === undefined) {
      if (await enter(work, collection)) return 1;
      continue;
    }
    if (await isDue(work, known)) {
      await measure(work, known, collection);
      return 1;
    }
  }
  return 0;
}

async function isDue(work: Work, { id, state }: Resource): Promise<boolean> {
  if (state === 'withdrawn') return false;
  const last = (await latestOf(work, [id])).get(id);
  return last === undefined || work.now.getTime() - last.measuredAt.getTime() >= DAY;
}

async function measure(work: Work, { id, content }: Resource, collection: Collection): Promise<void> {
  const counted = await collection.measure(work);
  const { fields, ...score } = scoreOf(content, counted, work.now);
  await saveMeasurement(work, id, { ...score, fields, rows: counted.rows, newestAt: counted.newest });
}

/** The data centre of a street is at its command centre; a street without one keeps it itself, and one without units has none yet. */
async function enter(work: Work, collection: Collection): Promise<boolean> {
  const units = await allUnits(work);
  const provider = units.find(({ kind }) => kind === 'centre') ?? units.find(({ kind }) => kind === 'street');
  if (provider === undefined) return false;
  const [number = 0] = await nextNumbers(work, 1);
  await insertResources(work, [
    {
      id: work.newId(),
      code: codeOf(collection.base, number),
      provider: provider.id,
      collection: collection.id,
      content: contentOf(collection, provider.id),
    },
  ]);
  return true;
}

function contentOf(
  { name, summary, base, category, fields, cycle }: Collection,
  source: string,
): ResourceContent {
  const grade = gradeOf({ items: [...fields] });
  const personal = grade >= PERSONAL;
  return {
    name,
    summary,
    base,
    cycle,
    source,
    category: [...category],
    items: [...fields],
    format: 'database',
    shareType: personal ? 'conditional' : 'unconditional',
    ...(personal ? { shareScope: '街道各部门、社区依法履行职责所需，按最小必要取得数据项' } : {}),
    methods: ['service_api'],
    useConditions: '不得超出批准的用途和范围，不得提供给第三方；使用结束后销毁',
    classification: grade >= 3 ? 'general_4' : grade === 2 ? 'general_3' : 'general_2',
    openType: 'none',
    secrecyReview: '不涉及国家秘密',
    ...(personal ? { assessmentNo: 'PIA-0001', keptMonths: 36 } : {}),
  };
}
