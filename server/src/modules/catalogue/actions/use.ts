import { personalFields, type PersonalField } from '@fengqiao/contract/audit.ts';
import type { useShare } from '@fengqiao/contract/catalogue/requests.ts';
import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import { recordAccess } from '#modules/audit';
import type { Rows } from '#platform/collection.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { PERSONAL } from '../domain/content.ts';
import { actorOf } from './names.ts';
import { latestOf } from '../store/quality.ts';
import { findRequest, lockRequest, type Kept } from '../store/request.ts';
import { addUse } from '../store/request-steps.ts';
import { findResource } from '../store/resource.ts';
import type { Collections } from './view-request.ts';

const PAGE = 50;

type How = Omit<In<typeof useShare>['body'], 'after'> & {
  readonly after?: string | null;
  /** The rows go into a file with these fields, which somebody else has approved. */
  readonly taken?: { readonly fields: readonly string[]; readonly approvedBy: string | undefined };
};
type Given = Rows & { readonly items: readonly DataItem[] };

/** What was granted, as a page on the screen. */
export async function useGranted(
  work: Work,
  id: string,
  how: How,
  collections: Collections,
): Promise<Out<typeof useShare>> {
  const { items, rows, next } = await readGranted(work, id, how, collections);
  return {
    columns: items.map(({ name, zh, en }) => ({ name, zh, en })),
    rows: rows.map((row) => items.map(({ name }) => row[name] ?? null)),
    next,
  };
}

/** Gives the fields that were granted and no others, while the share is in force; the use and the look are written with it. */
export async function readGranted(
  work: Work,
  id: string,
  { after = null, limit = PAGE, why, taken }: How,
  collections: Collections,
): Promise<Given> {
  const { request, granted, read } = await inForce(work, await lockRequest(work, id), collections);
  const items = granted.filter(({ name }) => taken === undefined || taken.fields.includes(name));
  const { rows, subjects, next } = await read(work, {
    fields: items.map(({ name }) => name),
    after,
    limit,
  });
  if (rows.length > 0) await addUse(work, id, { rows: rows.length, why });
  const fields = personalOf(items);
  if (subjects.length > 0 && fields.length > 0)
    await recordAccess(work, {
      action: 'share.use',
      object: `share:${id}`,
      subjects,
      fields,
      purpose: 'share',
      reason: why,
      flags: taken === undefined ? ['share'] : ['share', 'export'],
      approvedBy: taken?.approvedBy ?? request.approvedBy ?? request.askedBy,
    });
  return { items, rows, subjects, next };
}

export type GrantedShare = {
  readonly no: string;
  readonly name: Both;
  readonly items: readonly DataItem[];
  /** How many rows the latest measurement counted. */
  readonly rows: number;
};

/** What a share of one's unit that is in force would give, without reading any of it. */
export async function grantedShare(work: Work, id: string, collections: Collections): Promise<GrantedShare> {
  const { request, resource, granted } = await inForce(work, await findRequest(work, id), collections);
  const measured = (await latestOf(work, [resource.id])).get(resource.id);
  return { no: request.no, name: resource.content.name, items: granted, rows: Number(measured?.rows ?? 0) };
}

/** Refuses a share that is another unit's, is not in force, or whose data are not kept here. */
async function inForce(work: Work, request: Kept, collections: Collections) {
  if (actorOf(work).unit !== request.requester) refuse('catalogue.not_your_unit');
  if (request.state !== 'active' || request.until < work.now || request.resource === null)
    refuse('catalogue.share_not_in_force', { state: request.state });
  const resource = await findResource(work, request.resource);
  const read = collections.get(resource.collection ?? '')?.read ?? refuse('catalogue.not_connected');
  const granted = resource.content.items.filter(({ name }) => request.granted?.includes(name));
  return { request, resource, granted, read };
}

/** The personal facts among fields; one that no record could name is not shown. */
function personalOf(items: readonly DataItem[]): PersonalField[] {
  return items
    .filter(({ grade }) => grade >= PERSONAL)
    .map(({ name }) => (isPersonal(name) ? name : refuse('audit.nothing_recorded')));
}

const isPersonal = (name: string): name is PersonalField => name in personalFields;
