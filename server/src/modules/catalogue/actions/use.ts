import { personalFields, type PersonalField } from '@fengqiao/contract/audit.ts';
import type { useShare } from '@fengqiao/contract/catalogue/requests.ts';
import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { recordAccess } from '#modules/audit';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { PERSONAL } from '../domain/content.ts';
import { actorOf } from './names.ts';
import { lockRequest } from '../store/request.ts';
import { addUse } from '../store/request-steps.ts';
import { findResource } from '../store/resource.ts';
import type { Collections } from './view-request.ts';

const PAGE = 50;

/** Gives the fields that were granted and no others, while the share is in force; the use and the look are written with it. */
export async function useGranted(
  work: Work,
  id: string,
  { after = null, limit = PAGE, why }: Omit<In<typeof useShare>['body'], 'after'> & { after?: string | null },
  collections: Collections,
): Promise<Out<typeof useShare>> {
  const by = actorOf(work);
  const request = await lockRequest(work, id);
  if (by.unit !== request.requester) refuse('catalogue.not_your_unit');
  if (request.state !== 'active' || request.until < work.now || request.resource === null)
    refuse('catalogue.share_not_in_force', { state: request.state });
  const resource = await findResource(work, request.resource);
  const collection = collections.get(resource.collection ?? '');
  if (collection?.read === undefined) refuse('catalogue.not_connected');
  const items = resource.content.items.filter(({ name }) => request.granted?.includes(name));
  const { rows, subjects, next } = await collection.read(work, {
    fields: items.map(({ name }) => name),
    after,
    limit,
  });
  if (rows.length > 0) await addUse(work, id, { rows: rows.length, why });
  if (subjects.length > 0)
    await recordAccess(work, {
      action: 'share.use',
      object: id,
      subjects,
      fields: personalOf(items),
      purpose: 'share',
      reason: why,
      flags: ['share'],
      approvedBy: request.approvedBy ?? request.askedBy,
    });
  return {
    columns: items.map(({ name, zh, en }) => ({ name, zh, en })),
    rows: rows.map((row) => items.map(({ name }) => row[name] ?? null)),
    next,
  };
}

/** The personal facts among fields; one that no record could name is not shown. */
function personalOf(items: readonly DataItem[]): PersonalField[] {
  return items
    .filter(({ grade }) => grade >= PERSONAL)
    .map(({ name }) => (isPersonal(name) ? name : refuse('audit.nothing_recorded')));
}

const isPersonal = (name: string): name is PersonalField => name in personalFields;
