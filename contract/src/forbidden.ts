import Type, { type Static } from 'typebox';
import { norms, type Promise } from './forbidden/norms.ts';
import { toResidents } from './forbidden/residents.ts';
import { toService } from './forbidden/service.ts';
import { toWorkers } from './forbidden/workers.ts';
import { route, Shape } from './route.ts';
import { Bilingual, keysOf, Maybe, OneOf } from './shapes.ts';

export { norms };

export const promiseGroups = {
  residents: { zh: '对居民', en: 'To residents' },
  workers: { zh: '对一线工作人员', en: 'To those who work at the front' },
  service: { zh: '对服务本身', en: 'In how the service is run' },
} as const;
export type PromiseGroup = keyof typeof promiseGroups;

/** What the platform refuses to do, whoever asks: one list for residents, for the interface, and for the tests that keep it. */
export const promises = { ...toResidents, ...toWorkers, ...toService } as const;
export type PromiseName = keyof typeof promises;
export const promiseNames = keysOf(promises);

const of = (group: PromiseGroup, table: Record<string, Promise>) =>
  Object.entries(table).map(([id, { words, how, says, norm, place, exception }]) => ({
    id,
    group,
    words,
    how,
    says,
    norm: { zh: norms[norm].zh, en: norms[norm].en },
    place,
    read: norms[norm].read,
    exception,
  }));

/** The list in the order it is read. */
export const promiseList: readonly PromiseView[] = [
  ...of('residents', toResidents),
  ...of('workers', toWorkers),
  ...of('service', toService),
];

const PromiseView = Shape({
  id: Type.String(),
  group: OneOf(keysOf(promiseGroups)),
  words: Bilingual,
  how: Bilingual,
  says: Bilingual,
  norm: Bilingual,
  place: Maybe(Bilingual),
  read: OneOf(['seen', 'partly', 'recalled']),
  exception: Maybe(Bilingual),
});
export type PromiseView = Static<typeof PromiseView>;

export const listPromises = route({
  id: 'platform.promises',
  method: 'GET',
  path: '/promises',
  who: 'anyone',
  says: {
    zh: '本平台不做什么：每条的内容、做法、规范依据和例外。read 说明规范原文是否核对过。',
    en: 'What this platform refuses to do: each with how it is kept, its norm and the exception. `read` tells whether the text of the norm was checked.',
  },
  reply: Shape({ items: Type.Array(PromiseView) }),
});
