import type { In } from '@fengqiao/contract/route.ts';
import type {
  changeService as changing,
  ServiceBody,
  ServiceDeskLine,
  ServiceHistory,
  withdrawService as withdrawing,
} from '@fengqiao/contract/services.ts';
import { allUnits } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { inForce, nextAfter } from '../domain/in-force.ts';
import { ANY_COMMUNITY, NO_COUNTER } from '../domain/item.ts';
import { shippedItems } from '../store/items.ts';
import { addVersion, holdItem, saveRevoked, versionsOf, type Version } from '../store/version.ts';

/** All items the street has or ships, by code, with what holds today and what begins next. */
export async function listServiceDesk(work: Work): Promise<{ items: ServiceDeskLine[]; today: string }> {
  const today = localDay(work);
  const all = Map.groupBy(await versionsOf(work), ({ code }) => code);
  const codes = [...new Set([...shippedItems.map(({ code }) => code), ...all.keys()])].toSorted();
  return {
    today,
    items: codes.map((code) => {
      const versions = all.get(code) ?? [];
      const now = inForce(versions, today);
      const shipped = shippedItems.find((item) => item.code === code);
      const named = now?.item ?? shipped ?? versions.find(({ item }) => item !== null)?.item;
      return {
        code,
        name: named?.name ?? { zh: code, en: code },
        number: now?.number ?? (shipped === undefined ? null : 0),
        withdrawn: now !== undefined && now.item === null,
        next: nextAfter(versions, today)?.from ?? null,
      };
    }),
  };
}

export async function readServiceHistory(work: Work, code: string): Promise<ServiceHistory> {
  const versions = await versionsOf(work, code);
  const shipped = shippedOf(code);
  if (shipped === null && versions.length === 0) refuse('platform.not_found');
  const today = localDay(work);
  return {
    code,
    shipped,
    versions: versions.map(viewOf),
    number: inForce(versions, today)?.number ?? (shipped === null ? null : 0),
    seen: versions[0]?.number ?? 0,
    today,
  };
}

/**
 * Adds a version that holds from a day. The units it names are those of the street, or what the item the product ships names:
 * where there is no such unit, people are sent to the street's own counter.
 */
export async function changeService(
  work: Work,
  code: string,
  { item, ...change }: In<typeof changing>['body'],
): Promise<ServiceHistory> {
  const shipped = shippedOf(code);
  const known = (await allUnits(work)).map(({ id }) => id);
  const units = new Set([ANY_COMMUNITY, shipped?.accepts, shipped?.decides, ...known]);
  for (const unit of [item.accepts, item.decides])
    if (!units.has(unit)) refuse('services.unit_unknown', { unit });
  return add(work, code, { ...change, item });
}

/** Takes an item off from a day on; there must be one to take off. */
export async function withdrawService(
  work: Work,
  code: string,
  change: In<typeof withdrawing>['body'],
): Promise<ServiceHistory> {
  await readServiceHistory(work, code);
  return add(work, code, { ...change, item: null });
}

/** Takes back a version that has not begun. */
export async function revokeServiceVersion(work: Work, code: string, number: number): Promise<{ ok: true }> {
  await holdItem(work, code);
  const version =
    (await versionsOf(work, code)).find((one) => one.number === number) ?? refuse('platform.not_found');
  if (version.from <= localDay(work)) refuse('services.in_force');
  if (!(await saveRevoked(work, code, number))) refuse('services.changed_meanwhile');
  return { ok: true };
}

type Change = Omit<In<typeof changing>['body'], 'item'> & { readonly item: ServiceBody | null };

async function add(work: Work, code: string, { from, reason, seen, item }: Change): Promise<ServiceHistory> {
  const { account } = work.actor;
  if (account === null) return refuse('identity.no_post');
  if (from < localDay(work)) refuse('services.from_past');
  await holdItem(work, code);
  const last = (await versionsOf(work, code))[0]?.number ?? 0;
  if (last !== seen) refuse('services.changed_meanwhile');
  await addVersion(work, account, { code, number: last + 1, from, item, reason: reason.trim() });
  return readServiceHistory(work, code);
}

const shippedOf = (code: string): ServiceBody | null => {
  const found = shippedItems.find((item) => item.code === code);
  if (found === undefined) return null;
  const { code: _named, ...item } = found;
  return { ...item, counter: NO_COUNTER };
};

const viewOf = ({ number, from, item, reason, name, madeAt, revokedName, revokedAt }: Version) => ({
  number,
  from,
  item,
  reason,
  by: name,
  at: madeAt.toISOString(),
  revoked: revokedAt === null ? null : { by: revokedName ?? '', at: revokedAt.toISOString() },
});
