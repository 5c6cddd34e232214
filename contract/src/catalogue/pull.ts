import Type, { type Static } from 'typebox';
import type { Door } from '../platform.ts';
import { Shape } from '../route.ts';
import { Bilingual, Day, Maybe, Reason, Text } from '../shapes.ts';

/** The number of a request, as the screen shows it. */
export const ShareNo = Type.String({ pattern: '^GX\\d{4}-\\d{6,9}$' });
/** How many rows one answer gives at most. */
export const PULL_MOST = 500;

export const PullQuery = Shape({
  /** Why it is pulled now; it stands in the record that residents read. */
  why: Reason,
  after: Type.Optional(Text(1, 80)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PULL_MOST })),
});
export type PullQuery = Static<typeof PullQuery>;

export const Pulled = Shape({
  no: ShareNo,
  name: Bilingual,
  /** The granted fields, in the order of the cells. */
  columns: Type.Array(Shape({ name: Type.String(), zh: Type.String(), en: Type.String() })),
  rows: Type.Array(Type.Array(Maybe(Type.String()))),
  /** Asks for the following page; null at the end. */
  next: Maybe(Type.String()),
  /** The last day of the share. */
  until: Day,
});
export type Pulled = Static<typeof Pulled>;

/** The interface by which another system of the asking unit pulls what was granted. */
export const pullDoors = [
  {
    id: 'catalogue.pull',
    method: 'GET',
    path: '/shares/:no/rows',
    who: 'anyone',
    key: 'shares',
    params: Shape({ no: ShareNo }),
    query: PullQuery,
    reply: Pulled,
    takes: [],
    gives: 'application/json',
    says: {
      zh: '服务接口：凭申请单位的密钥（用途 shares，Authorization: Bearer）逐页取用已获准的数据项；须写明理由，每次取用留痕，涉及的居民可见；每把密钥每分钟至多 60 次。',
      en: 'The interface of a share: by a key of the asking unit (scope shares, Authorization: Bearer) the granted fields, page by page. It says why; every pull is on record for the people in it; sixty a minute from one key.',
    },
  },
] as const satisfies Door[];
