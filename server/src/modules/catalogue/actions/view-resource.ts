import type { Quality, ResourceRow, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import type { Work } from '#platform/work.ts';
import { gradeOf, PERSONAL } from '../domain/content.ts';
import { toldCount, toldField } from '../domain/few.ts';
import { approvalOf, openProposalOf } from '../store/proposal.ts';
import { historyOf, latestOf, type Measurement } from '../store/quality.ts';
import { resourcesByCode, type Resource } from '../store/resource.ts';
import { staffNames } from '../store/staff.ts';
import { lineageOf } from './lineage.ts';
import { unitNames, type Names } from './names.ts';
import type { Collections } from './view-request.ts';

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
export async function viewOfResource(
  work: Work,
  resource: Resource,
  collections: Collections,
): Promise<ResourceView> {
  const names = await unitNames(work);
  const history = await historyOf(work, resource.id, HISTORY);
  const [latest] = history;
  return {
    row: rowOf(resource, names, latest),
    content: resource.content,
    version: resource.version,
    approval: await approvalFor(work, resource.id),
    related: (await resourcesByCode(work, resource.content.related ?? [])).map(
      ({ id, code, content: { name } }) => ({ id, code, name }),
    ),
    withdrawnReason: resource.withdrawnReason,
    fieldQuality: (latest?.fields ?? []).map((field) =>
      isAboutPeople(resource) ? toldField(field, latest?.rows ?? 0) : field,
    ),
    history: history.map((one) => qualityOf(resource, one)),
    lineage: await lineageOf(work, resource, {
      latest,
      collection: collections.get(resource.collection ?? ''),
    }),
    proposal: await openProposalOf(work, resource.id),
  };
}

async function approvalFor(work: Work, resource: string): Promise<ResourceView['approval']> {
  const found = await approvalOf(work, resource);
  if (found === null) return null;
  const { reviewedBy, reviewedAt, publishedBy, publishedAt } = found;
  const people = await staffNames(
    work,
    [reviewedBy, publishedBy].filter((account) => account !== null),
  );
  return {
    reviewedBy: reviewedBy === null ? null : (people.get(reviewedBy) ?? ''),
    reviewedAt: reviewedAt?.toISOString() ?? null,
    publishedBy: publishedBy === null ? null : (people.get(publishedBy) ?? ''),
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
