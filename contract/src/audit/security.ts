import Type, { type Static } from 'typebox';
import { roleNames } from '../roles.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, Instant, keysOf, Maybe, OneOf, Page, Paging, Reason, UnitId, Uuid } from '../shapes.ts';
import { securityActNames, securityKinds } from './security-acts.ts';

const RoleName = OneOf(roleNames);
export const SecurityKindName = OneOf(keysOf(securityKinds));
export const securityResults = {
  done: { zh: '成功', en: 'Done' },
  refused: { zh: '未成功', en: 'Refused' },
} as const;
const ResultName = OneOf(keysOf(securityResults));

export const SecurityEvent = Shape({
  id: Uuid,
  at: Instant,
  act: OneOf(securityActNames),
  result: ResultName,
  /** By which refusal. */
  code: Maybe(Type.String()),
  why: Maybe(Bilingual),
  account: Maybe(Uuid),
  name: Maybe(Type.String()),
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  object: Maybe(Type.String()),
  /** To whose account. */
  whom: Maybe(Uuid),
  detail: Maybe(Type.String()),
  network: Maybe(Type.String()),
  machine: Maybe(Type.String()),
});
export type SecurityEvent = Static<typeof SecurityEvent>;

/** By what the log is found; the span is at most 92 days. */
export const securityFilters = {
  from: Instant,
  to: Instant,
  kind: Type.Optional(SecurityKindName),
  result: Type.Optional(ResultName),
  /** Who did it, or to whom it was done. */
  account: Type.Optional(Uuid),
  unit: Type.Optional(UnitId),
  machine: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}$' })),
};

export const listSecurity = route({
  id: 'audit.security',
  method: 'GET',
  path: '/audit/security',
  who: ['auditor'],
  says: {
    zh: '安全日志：登录、账号岗位、密钥、用途额度、导入导出、运维命令等，成功与未成功；时间范围最长 92 天。',
    en: 'The security log: sign-ins, accounts and posts, keys, rules, imports, exports, commands, done or refused; at most 92 days at a time.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), ...securityFilters }),
  reply: Page(SecurityEvent),
});

/** What is out of the ordinary, each with what makes it so. */
export const oddities = {
  guessing: {
    zh: '同一账号多次登录失败',
    en: 'Many failed sign-ins of one account',
  },
  spraying: {
    zh: '同一机器对多个账号登录失败',
    en: 'Failed sign-ins of several accounts from one machine',
  },
  paused: { zh: '登录因连续输错而暂停', en: 'Logins paused after wrong tries' },
  denied: { zh: '试图做无权做的事', en: 'Tried what the post does not allow' },
  night: { zh: '夜间（22 时至 6 时）登录', en: 'Sign-ins at night, from 22 to 6' },
  new_device: { zh: '在新设备上登录', en: 'Sign-ins from a new device' },
  command: { zh: '在服务器上执行的运维命令', en: 'Commands given on the server' },
} as const;
const OddityName = OneOf(keysOf(oddities));
/** The gravest first. */
export type Oddity = keyof typeof oddities;

export const summarizeSecurity = route({
  id: 'audit.securitySummary',
  method: 'GET',
  path: '/audit/security/summary',
  who: ['auditor'],
  says: {
    zh: '一段时间内各类安全事件的次数、异常情况，以及上次复核到何时。',
    en: 'How often each kind happened in a span, what is out of the ordinary, and up to when it was reviewed.',
  },
  query: Shape({ from: Instant, to: Instant }),
  reply: Shape({
    kinds: Type.Array(Shape({ kind: SecurityKindName, done: Type.Integer(), refused: Type.Integer() })),
    odd: Type.Array(
      Shape({
        what: OddityName,
        account: Maybe(Uuid),
        name: Maybe(Type.String()),
        machine: Maybe(Type.String()),
        network: Maybe(Type.String()),
        times: Type.Integer(),
        last: Instant,
      }),
    ),
    reviewed: Maybe(Shape({ at: Instant, until: Instant, name: Maybe(Type.String()), note: Type.String() })),
  }),
});

export const reviewSecurity = route({
  id: 'audit.reviewSecurity',
  method: 'POST',
  path: '/audit/security/reviews',
  who: ['auditor'],
  says: {
    zh: '写下复核安全日志到某一时刻的结论；结论本身记入安全日志。',
    en: 'Write down what was found in the log up to a moment; the finding stands in the log itself.',
  },
  body: Shape({ until: Instant, note: Type.String({ minLength: 2, maxLength: 200 }) }),
  reply: Shape({ ok: Type.Literal(true) }),
});

export const exportSecurity = route({
  id: 'audit.exportSecurity',
  method: 'POST',
  path: '/audit/security/exports',
  who: ['auditor'],
  secret: true,
  says: {
    zh: '导出安全日志（CSV，至多 10000 条）；写明事由，导出本身留痕。',
    en: 'Export the security log as CSV, at most 10 000 rows, with a reason; the export itself is recorded.',
  },
  body: Shape({ ...securityFilters, reason: Reason }),
  reply: Shape({
    id: Uuid,
    name: Type.String(),
    rows: Type.Integer(),
    sha256: Type.String(),
    csv: Type.String(),
  }),
});
