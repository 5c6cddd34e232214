import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Instant, Maybe, Uuid } from '../shapes.ts';

const Hex = Type.String({ pattern: '^([0-9a-f]{2}){0,2048}$' });
const Size = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

/** The root of the tree over a street's looks at a size, signed; `sm2` where the deployment works with 国密. */
export const HeadView = Shape({
  street: Type.String(),
  size: Size,
  root: Hex,
  at: Instant,
  key: Type.String(),
  signature: Type.String(),
  sm2: Maybe(Shape({ key: Type.String(), signature: Type.String() })),
});

export const readSealKey = route({
  id: 'audit.key',
  method: 'GET',
  path: '/audit/key',
  who: 'anyone',
  says: {
    zh: '核验查看记录封印用的公钥（SPKI，base64），以及以前用过的公钥。',
    en: 'The public key that verifies the seal over the records of looks (SPKI, base64), and those used before.',
  },
  reply: Shape({
    key: Shape({ id: Type.String(), algorithm: Type.String(), publicKey: Type.String() }),
    known: Type.Array(
      Shape({ id: Type.String(), algorithm: Type.String(), publicKey: Type.String(), since: Instant }),
    ),
  }),
});

export const listHeads = route({
  id: 'audit.heads',
  method: 'GET',
  path: '/audit/heads',
  who: 'anyone',
  says: {
    zh: '封印的树头，新的在前；可自行保存，日后据以核验。',
    en: 'Heads of the seal, newest first; keep them, and hold the seal against them later.',
  },
  query: Shape({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    before: Type.Optional(Size),
  }),
  reply: Shape({ items: Type.Array(HeadView), next: Maybe(Size) }),
});

export const proveInclusion = route({
  id: 'audit.inclusion',
  method: 'GET',
  path: '/audit/accesses/:id/proof',
  who: ['auditor', 'privacy'],
  says: {
    zh: '证明一条查看记录在封印之中（RFC 6962 包含证明）。',
    en: 'Proof that a look stands in the seal (RFC 6962 inclusion proof).',
  },
  params: Shape({ id: Uuid }),
  reply: Shape({ position: Size, leaf: Hex, path: Type.Array(Hex), head: HeadView }),
});

export const proveConsistency = route({
  id: 'audit.consistency',
  method: 'GET',
  path: '/audit/consistency',
  who: 'anyone',
  says: {
    zh: '证明较早的树头是较晚树头的开头（RFC 6962 一致性证明）。',
    en: 'Proof that an earlier head is the beginning of a later one (RFC 6962 consistency proof).',
  },
  query: Shape({ first: Size, second: Size }),
  reply: Shape({ path: Type.Array(Hex) }),
});

export const readSeal = route({
  id: 'audit.seal',
  method: 'GET',
  path: '/audit/seal',
  who: ['auditor', 'privacy', 'leader', 'admin'],
  says: {
    zh: '封印的状况：已封印多少、最近一次、有多少在等待、是否滞后。',
    en: 'How the seal stands: how much is sealed, since when, what waits, whether it is late.',
  },
  reply: Shape({
    size: Size,
    head: Maybe(HeadView),
    waiting: Type.Integer(),
    waitingSince: Maybe(Instant),
    late: Type.Boolean(),
    published: Maybe(Size),
    keys: Type.Array(Type.String()),
  }),
});

export const problemKinds = {
  altered: { zh: '被改动', en: 'Altered' },
  missing: { zh: '缺失', en: 'Missing' },
  added: { zh: '多出', en: 'Added' },
  rewritten: { zh: '连同封印一起被改动', en: 'Altered together with its leaf' },
  backdated: { zh: '倒填日期', en: 'Backdated' },
  head: { zh: '树头签名不符', en: 'Head not signed by its key' },
} as const;

export const verifyPart = route({
  id: 'audit.verify',
  method: 'POST',
  path: '/audit/verifications',
  who: ['auditor', 'privacy'],
  says: {
    zh: '从某处起重新推算一段封印（至多 5000 条），返回推算到的位置和发现的问题。',
    en: 'Derive a part of the seal again (up to 5000 looks) from where the part before it ended; gives how far it came and what does not fit.',
  },
  body: Shape({ size: Size, frontier: Hex }),
  reply: Shape({
    size: Size,
    frontier: Hex,
    whole: Size,
    problems: Type.Array(
      Shape({
        kind: Type.Unsafe<keyof typeof problemKinds>(Type.String()),
        position: Maybe(Type.Integer()),
        until: Type.Optional(Type.Integer()),
        access: Maybe(Uuid),
      }),
    ),
  }),
});
export type VerifiedPart = Static<(typeof verifyPart)['reply']>;
