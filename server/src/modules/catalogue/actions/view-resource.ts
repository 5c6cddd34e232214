import type { Quality, ResourceRow, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { requestStates } from '@fengqiao/contract/catalogue/words.ts';
import type { Work } from '#platform/work.ts';
import { gradeOf, PERSONAL } from '../domain/content.ts';
import { FEW, toldCount, toldField } from '../domain/few.ts';
import { openProposalOf } from '../store/proposal.ts';
import { historyOf, latestOf, type Measurement } from '../store/quality.ts';
import { sharesOf, type Kept } from '../store/request.ts';
import type { Resource } from '../store/resource.ts';
import { unitNames, type Names } from './names.ts';

const HISTORY = 60;

/** Where a resource is about people, few of them are not told by number. */
const isAboutPeople = ({ content }: Pick<Resource, 'content'>) => gradeOf(content) >= PERSONAL;

function qualityOf(of: Pick<Resource, 'content'>, found: Measurement): Quality {
  const { rows, completeness, validity, uniqueness, timeliness, score } = found;
  return {
    measuredAt: found.measuredAt.toISOString(),
    newestAt: found.newestAt?.toISOString() ?? null,
    rows: isAboutPeople(of) ? toldCount(rows) : rows,
    completeness,
    validity,
    uniqueness,
    timeliness,
    score,
  };
}

export function rowOf(resource: Resource, names: Names, quality: Measurement | undefined): ResourceRow {
  const { id, code, provider, content, state } = resource;
  return {
    id,
    code,
    provider,
    state,
    name: content.name,
    base: content.base,
    providerName: names.of(provider),
    shareType: content.shareType,
    cycle: content.cycle,
    grade: gradeOf(content),
    fields: content.items.length,
    connected: resource.collection !== null,
    quality: quality === undefined ? null : qualityOf(resource, quality),
    publishedAt: resource.publishedAt.toISOString(),
  };
}

export async function rowsOf(work: Work, resources: readonly Resource[]): Promise<ResourceRow[]> {
  const names = await unitNames(work);
  const latest = await latestOf(
    work,
    resources.flatMap(({ id, collection }) => (collection === null ? [] : [id])),
  );
  return resources.map((resource) => rowOf(resource, names, latest.get(resource.id)));
}

/** All that the catalogue says of one resource; requests of other units are named, not shown. */
export async function viewOfResource(work: Work, resource: Resource): Promise<ResourceView> {
  const names = await unitNames(work);
  const history = await historyOf(work, resource.id, HISTORY);
  const [latest] = history;
  return {
    row: rowOf(resource, names, latest),
    content: resource.content,
    version: resource.version,
    withdrawnReason: resource.withdrawnReason,
    fieldQuality: (latest?.fields ?? []).map((field) =>
      isAboutPeople(resource) ? toldField(field, latest?.rows ?? 0) : field,
    ),
    history: history.map((one) => qualityOf(resource, one)),
    lineage: lineageOf(resource, latest, await sharesOf(work, resource.id), names),
    proposal: await openProposalOf(work, resource.id),
  };
}

function lineageOf(
  { publishedAt, provider, content }: Resource,
  latest: Measurement | undefined,
  shares: readonly Kept[],
  names: Names,
): ResourceView['lineage'] {
  const began = {
    at: publishedAt.toISOString(),
    kind: 'published' as const,
    unit: provider,
    zh: '发布到目录',
    en: 'Published in the catalogue',
  };
  const rows = latest && qualityOf({ content }, latest).rows;
  const measured = latest && {
    at: latest.measuredAt.toISOString(),
    kind: 'measured' as const,
    unit: null,
    zh: `测得 ${rows ?? `不足 ${FEW}`} 条，质量 ${Math.round(latest.score * 100)} 分`,
    en: `${rows ?? `fewer than ${FEW}`} rows measured, quality ${Math.round(latest.score * 100)} of 100`,
  };
  const used = shares
    .filter(({ granted }) => granted !== null)
    .map(({ askedAt, requester, state }) => ({
      at: askedAt.toISOString(),
      kind: state === 'terminated' || state === 'disposed' ? ('ended' as const) : ('granted' as const),
      unit: requester,
      zh: `共享给${names.of(requester).zh}：${requestStates[state].zh}`,
      en: `Shared with ${names.of(requester).en}: ${requestStates[state].en}`,
    }));
  return [began, ...(measured ? [measured] : []), ...used].toSorted((a, b) => b.at.localeCompare(a.at));
}
