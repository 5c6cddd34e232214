import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, Uuid, Words } from '../shapes.ts';
import { KeepingName, TermUnitName } from './keepings.ts';

const Value = Type.Integer({ minimum: 1, maximum: 400 });
const Term = { value: Value, unit: TermUnitName, enabled: Type.Boolean() };

/** What holds now of one kind of data; its words, basis and owner stand in `keepings`. */
export const TermView = Shape({
  kind: KeepingName,
  version: Type.Integer(),
  ...Term,
  since: Maybe(Instant),
});
export type TermView = Static<typeof TermView>;

export const listTerms = route({
  id: 'retention.terms',
  method: 'GET',
  path: '/retention/terms',
  who: 'anyone',
  says: {
    zh: '保存期限表：每类数据保存多久、到期怎样处置、依据和责任人。',
    en: 'What is kept for how long, what becomes of it, on which basis, and who answers for it.',
  },
  reply: Shape({ items: Type.Array(TermView) }),
});

export const TermChangeView = Shape({
  id: Uuid,
  kind: KeepingName,
  ...Term,
  reason: Type.String(),
  requestedAt: Instant,
  mine: Type.Boolean(),
  approved: Maybe(Type.Boolean()),
  decidedAt: Maybe(Instant),
  note: Maybe(Type.String()),
});
export type TermChangeView = Static<typeof TermChangeView>;

export const listTermChanges = route({
  id: 'retention.termChanges',
  method: 'GET',
  path: '/retention/term-changes',
  who: ['steward', 'privacy', 'auditor'],
  says: {
    zh: '保存期限的变更申请，待批的在前，最多一百条。',
    en: 'Changes asked of terms, those that wait first, at most a hundred.',
  },
  reply: Shape({ items: Type.Array(TermChangeView) }),
});

export const askTermChange = route({
  id: 'retention.askTermChange',
  method: 'POST',
  path: '/retention/terms/:kind/changes',
  who: ['steward', 'privacy'],
  says: {
    zh: '申请变更一类数据的保存期限，或停用、启用到期处置；由另一人批准，批准后须重新清点。',
    en: 'Ask to change a term, or to switch it off or on; a second person approves, and a fresh dry run follows.',
  },
  params: Shape({ kind: KeepingName }),
  body: Shape({ ...Term, reason: Words(4, 500) }),
  reply: TermChangeView,
});

export const decideTermChange = route({
  id: 'retention.decideTermChange',
  method: 'POST',
  path: '/retention/term-changes/:id/decision',
  who: ['steward', 'privacy'],
  says: {
    zh: '批准或驳回一项保存期限变更；申请人本人不能决定。',
    en: 'Approve or turn down a change of a term; never one’s own.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), note: Words(2, 500) }),
  reply: TermChangeView,
  stepUp: true,
});
