import { personalFields, type PersonalField } from '@fengqiao/contract/audit.ts';
import type { Pulled } from '@fengqiao/contract/catalogue/pull.ts';
import type { useShare } from '@fengqiao/contract/catalogue/requests.ts';
import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import { recordAccess } from '#modules/audit';
import type { Rows } from '#platform/collection.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { SPECIAL } from '../domain/compliance.ts';
import { PERSONAL } from '../domain/content.ts';
import { localDay } from '../domain/day.ts';
import { actorOf } from './names.ts';
import { latestOf } from '../store/quality.ts';
import { findRequest, lockNumbered, lockRequest, type Kept } from '../store/request.ts';
import { addUse, type User } from '../store/request-steps.ts';
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
  how: How,
  collections: Collections,
): Promise<Given> {
  const { account, unit } = actorOf(work);
  const share = await inForce(work, await lockRequest(work, id), { unit, collections });
  return give(work, share, { ...how, by: { account, unit, apiKey: null } });
}

/** A key of another system, and the unit whose shares it pulls. */
export type PullKey = { readonly id: string; readonly unit: string };

/** What was granted, as another system of the asking unit pulls it; nobody is signed in, so the unit stands in the record. */
export async function pullGranted(
  work: Work,
  { id: apiKey, unit }: PullKey,
  { no, ...how }: Omit<How, 'taken'> & { readonly no: string },
  collections: Collections,
): Promise<Pulled> {
  const inUnit: Work = { ...work, actor: { ...work.actor, unit } };
  return asEngine(inUnit, async () => {
    const request = await lockNumbered(inUnit, no);
    if (request.requester !== unit) refuse('platform.not_found');
    const share = await inForce(inUnit, request, { unit, collections });
    const { items, rows, next } = await give(inUnit, share, { ...how, by: { account: null, unit, apiKey } });
    return {
      no,
      name: share.resource.content.name,
      columns: items.map(({ name, zh, en }) => ({ name, zh, en })),
      rows: rows.map((row) => items.map(({ name }) => row[name] ?? null)),
      next,
      until: request.asked.until,
    };
  });
}

type Share = Awaited<ReturnType<typeof inForce>>;

async function give(
  work: Work,
  { request, granted, read }: Share,
  { after = null, limit = PAGE, why, taken, by }: How & { readonly by: User },
): Promise<Given> {
  const items = granted.filter(({ name }) => taken === undefined || taken.fields.includes(name));
  const { rows, subjects, next } = await read(work, {
    fields: items.map(({ name }) => name),
    after,
    limit,
  });
  if (rows.length > 0) await addUse(work, request.id, { rows: rows.length, why, by });
  const fields = personalOf(items);
  if (subjects.length > 0 && fields.length > 0)
    await recordAccess(work, {
      action: 'share.use',
      object: `share:${request.id}`,
      subjects,
      fields,
      purpose: 'share',
      reason: why,
      flags: [
        'share',
        ...(by.apiKey === null ? [] : ['api' as const]),
        ...(taken === undefined ? [] : ['export' as const]),
      ],
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
  const { unit } = actorOf(work);
  const { request, resource, granted } = await inForce(work, await findRequest(work, id), {
    unit,
    collections,
  });
  const measured = (await latestOf(work, [resource.id])).get(resource.id);
  return { no: request.no, name: resource.content.name, items: granted, rows: Number(measured?.rows ?? 0) };
}

/** Refuses a share that is another unit's, is not in force, or whose data are not kept here. */
async function inForce(
  work: Work,
  request: Kept,
  { unit, collections }: { readonly unit: string; readonly collections: Collections },
) {
  if (unit !== request.requester) refuse('catalogue.not_your_unit');
  const begun = request.asked.from <= localDay(work);
  if (request.state !== 'active' || !begun || request.until < work.now || request.resource === null)
    refuse('catalogue.share_not_in_force', { state: request.state });
  const resource = await findResource(work, request.resource);
  const read = collections.get(resource.collection ?? '')?.read ?? refuse('catalogue.not_connected');
  const granted = resource.content.items.filter(
    ({ name, grade }) => grade < SPECIAL && request.granted?.includes(name),
  );
  return { request, resource, granted, read };
}

/** The personal facts among fields; one that no record could name is not shown. */
function personalOf(items: readonly DataItem[]): PersonalField[] {
  return items
    .filter(({ grade }) => grade >= PERSONAL)
    .map(({ name }) => (isPersonal(name) ? name : refuse('audit.nothing_recorded')));
}

const isPersonal = (name: string): name is PersonalField => Object.hasOwn(personalFields, name);
