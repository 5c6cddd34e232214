import type { DraftContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import { allUnits } from '#modules/identity';
import { notify } from '#modules/notices';
import { PERSONAL, gradeOf } from '../domain/content.ts';
import { scoreOf } from '../domain/quality.ts';
import { latestOf, saveMeasurement } from '../store/quality.ts';
import { tellRole } from './names.ts';
import { insertProposal, isDrafted } from '../store/proposal.ts';
import { resourceOfCollection, type Resource } from '../store/resource.ts';

const DAY = 86_400_000;

/**
 * Drafts an entry for what the rooms of this platform keep, and measures each published one once a day; returns how many
 * were drafted or measured. One at a time, so that a long count holds up nothing else.
 *
 * A draft publishes nothing: no program has reviewed it for secrecy or assessed what it does to people (Order 809, art. 13).
 * It waits for somebody of the unit, who says so, and for the steward.
 */
export async function keepCollections(work: Work, collections: readonly Collection[]): Promise<number> {
  for (const collection of collections) {
    const known = await resourceOfCollection(work, collection.id);
    if (known === undefined) {
      if (await draft(work, collection)) return 1;
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
async function draft(work: Work, collection: Collection): Promise<boolean> {
  if (await isDrafted(work, collection.id)) return false;
  const units = await allUnits(work);
  const provider = units.find(({ kind }) => kind === 'centre') ?? units.find(({ kind }) => kind === 'street');
  if (provider === undefined) return false;
  await insertProposal(work, {
    id: work.newId(),
    resource: null,
    provider: provider.id,
    collection: collection.id,
    content: contentOf(collection, provider.id),
    reason: '',
    proposedBy: null,
  });
  const { zh, en } = collection.name;
  const words = {
    kind: 'catalogue.drafted',
    zh: `平台自有的数据「${zh}」已列入目录提案，请补全保密审查和影响评估并审核。`,
    en: `“${en}”, which this platform keeps, waits in the proposals of the catalogue: fill in the reviews and endorse it.`,
  };
  await notify(work, { to: { unit: provider.id }, ...words });
  await tellRole(work, 'steward', words);
  return true;
}

function contentOf(
  { name, summary, base, category, fields, cycle, read }: Collection,
  source: string,
): DraftContent {
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
    // Only what is there: rows are pulled or taken along as a file where the room reads them out, else a file is made by hand.
    methods: read === undefined ? ['file'] : ['service_api', 'file'],
    useConditions: '不得超出批准的用途和范围，不得提供给第三方；使用结束后销毁',
    classification: grade >= 3 ? 'general_4' : grade === 2 ? 'general_3' : 'general_2',
    openType: 'none',
  };
}
