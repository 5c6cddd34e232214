import type {
  findHeld,
  Held,
  listResources,
  readCatalogue,
  ResourceRow,
  ResourceView,
} from '@fengqiao/contract/catalogue/resources.ts';
import { factNamed } from '@fengqiao/contract/catalogue/synonyms.ts';
import { bases, shareTypes } from '@fengqiao/contract/catalogue/words.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { done } from '#platform/serve.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { saveMet } from '../store/duty.ts';
import { latestOf } from '../store/quality.ts';
import { countInForce } from '../store/request.ts';
import {
  allResources,
  findResource,
  holdResource,
  pageOfResources,
  saveWithdrawn,
} from '../store/resource.ts';
import { unitNames } from './names.ts';
import type { Collections } from './view-request.ts';
import { rowsOf, viewOfResource } from './view-resource.ts';

type Listed = { items: ResourceRow[]; next: string | null };

export async function listResourcesIn(work: Work, query: In<typeof listResources>['query']): Promise<Listed> {
  const { limit = 50, after = null, ...sought } = query;
  const found = await pageOfResources(work, sought, { limit, after });
  const shown = found.slice(0, limit);
  return {
    items: await rowsOf(work, shown),
    next: found.length > limit ? (shown.at(-1)?.code ?? null) : null,
  };
}

export const readOne = async (work: Work, id: string, collections: Collections): Promise<ResourceView> =>
  viewOfResource(work, await findResource(work, id), collections);

/** Below this, data is older than the cycle its provider promised. */
const STALE = 1;

export async function summarize(work: Work): Promise<Out<typeof readCatalogue>> {
  const all = await allResources(work);
  const names = await unitNames(work);
  const latest = [
    ...(
      await latestOf(
        work,
        all.map(({ id }) => id),
      )
    ).values(),
  ];
  const count = (fits: (one: (typeof all)[number]) => boolean) => all.filter(fits).length;
  const providers = [...new Set(all.map(({ provider }) => provider))];
  return {
    resources: all.length,
    connected: count(({ collection }) => collection !== null),
    meanScore: latest.length === 0 ? null : latest.reduce((sum, { score }) => sum + score, 0) / latest.length,
    stale: latest.filter(({ timeliness }) => timeliness !== null && timeliness < STALE).length,
    byBase: keysOf(bases).map((base) => ({ base, resources: count(({ content }) => content.base === base) })),
    byShareType: keysOf(shareTypes).map((shareType) => ({
      shareType,
      resources: count(({ content }) => content.shareType === shareType),
    })),
    byProvider: providers
      .map((provider) => ({
        provider,
        name: names.of(provider),
        resources: count((one) => one.provider === provider),
      }))
      .toSorted((a, b) => b.resources - a.resources),
  };
}

export async function withdraw(work: Work, id: string, reason: string): Promise<typeof done> {
  const resource = await holdResource(work, id, 'alone');
  if (resource.state === 'withdrawn') refuse('catalogue.not_waiting', { state: resource.state });
  const shares = await countInForce(work, id);
  if (shares > 0) refuse('catalogue.in_use', { shares });
  await saveWithdrawn(work, id, reason);
  await saveMet(work, id, null);
  await work.announce('catalogue.withdrawn', id, { reason });
  return done;
}

type Asked = In<typeof findHeld>['body'];

/** Which of these fields the street already holds, whatever they are called; whatever is shared need not be collected. */
export async function findHeldFields(work: Work, { fields, besides }: Asked): Promise<{ items: Held[] }> {
  const names = await unitNames(work);
  const asked = new Map(fields.map((field) => [factNamed(field), field]));
  const items = (await allResources(work))
    .filter(({ id, collection, content }) => {
      const itself = besides !== undefined && (besides === id || besides === collection);
      return content.shareType !== 'none' && !itself;
    })
    // What lies here can be had at once, so it is named first.
    .toSorted((a, b) => Number(a.collection === null) - Number(b.collection === null))
    .flatMap(({ id, provider, content }) =>
      content.items.flatMap((item): Held[] => {
        const wanted = [item.zh, item.en, item.name]
          .map((name) => asked.get(factNamed(name)))
          .find((name) => name !== undefined);
        if (wanted === undefined) return [];
        return [
          {
            asked: wanted,
            resource: id,
            name: content.name,
            field: item.zh,
            provider,
            providerName: names.of(provider),
            shareType: content.shareType,
          },
        ];
      }),
    );
  return { items: items.slice(0, 200) };
}
