import type { RequestRow, RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import type { Collection } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import { gradeNamed } from '../domain/compliance.ts';
import { localDay } from '../domain/day.ts';
import { speaksFor } from '../domain/judges.ts';
import { awaitsOutside } from '../domain/outside.ts';
import { mayDo, waitsOn } from '../domain/request.ts';
import { wordsOfFields } from '../domain/templates.ts';
import { outsideOf } from '../store/outside.ts';
import { findRequest, type Kept } from '../store/request.ts';
import { stepsOf, usesOf } from '../store/request-steps.ts';
import { resourcesById, type Resource } from '../store/resource.ts';
import { unitNames, type Names } from './names.ts';
import { presentOutside } from './outside.ts';

/** What the rooms of the house keep, by id. */
export type Collections = ReadonlyMap<string, Collection>;

const nameOf = ({ wanted }: Kept, resource: Resource | undefined): Both =>
  resource?.content.name ?? { zh: wanted ?? '—', en: wanted ?? '—' };

export function rowOfRequest(
  request: Kept,
  resource: Resource | undefined,
  names: Names,
  now: Date,
): RequestRow {
  const { id, no, kind, requester, provider, state, dispute, forum, dueAt } = request;
  const waits = waitsOn(request);
  return {
    id,
    no,
    kind,
    requester,
    provider,
    state,
    dispute,
    forum,
    resource: request.resource,
    name: nameOf(request, resource),
    requesterName: names.of(requester),
    providerName: names.of(provider),
    fields: request.fields.length,
    waitsOn: waits,
    waitsOnName: waits === null ? null : names.of(waits),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt < now,
    askedAt: request.askedAt.toISOString(),
  };
}

export async function rowsOfRequests(work: Work, requests: readonly Kept[]): Promise<RequestRow[]> {
  const names = await unitNames(work);
  const resources = await resourcesById(
    work,
    requests.flatMap(({ resource }) => resource ?? []),
  );
  return requests.map((one) => rowOfRequest(one, resources.get(one.resource ?? ''), names, work.now));
}

/** One request with everything that stands beside it, as the actor sees it. */
export async function viewOfRequest(work: Work, id: string, collections: Collections): Promise<RequestView> {
  const request = await findRequest(work, id);
  const resource = (await resourcesById(work, request.resource === null ? [] : [request.resource])).get(
    request.resource ?? '',
  );
  const uses = await usesOf(work, id);
  const steps = await stepsOf(work, id);
  const { account, unit, role } = work.actor;
  const connected = collections.get(resource?.collection ?? '')?.read !== undefined;
  const may = mayDo(request, { account, unit, role }, work.now);
  const outside = await outsideOf(work, id);
  const open = outside.find(({ state }) => state === 'recorded');
  const asks = speaksFor({ unit, role }, request.requester);
  return {
    row: rowOfRequest(request, resource, await unitNames(work), work.now),
    asked: {
      ...mutable(request),
      kind: request.kind,
      resource: request.resource,
      provider: request.provider,
      wanted: request.wanted,
    },
    items: itemsOf(request, resource),
    findings: [...request.findings],
    missing: request.missing,
    ground: request.ground,
    answer: request.answer,
    delivery: request.delivery,
    decisionNo: request.decisionNo,
    connected,
    provisional: request.provisional,
    uses: { ...uses, last: uses.last?.toISOString() ?? null },
    steps: steps.map(({ at, act, by, unit: of, text }) => ({
      at: at.toISOString(),
      act,
      by,
      unit: of,
      text,
    })),
    outside: await presentOutside(work, outside),
    may: {
      ...may,
      use: may.use && connected && request.asked.from <= localDay(work),
      recordOutside: asks && open === undefined && awaitsOutside(request),
      confirmOutside: asks && open !== undefined && open.recordedBy !== account,
    },
  };
}

const mutable = ({ asked }: Kept) => ({ ...asked, fields: [...asked.fields] });

function itemsOf({ fields, granted }: Kept, resource: Resource | undefined): RequestView['items'] {
  return fields.map((name) => {
    const item = resource?.content.items.find((one) => one.name === name);
    return {
      name,
      ...wordsOf(name, item),
      grade: item?.grade ?? gradeNamed(name),
      granted: granted === null ? null : granted.includes(name),
    };
  });
}

/** As its resource calls it; what stands in no catalogue of ours, as the templates do. */
function wordsOf(name: string, item: Both | undefined): Both {
  const { zh, en } = item ?? wordsOfFields.get(name) ?? { zh: name, en: name };
  return { zh, en };
}
