import Type, { type Static } from 'typebox';
import type { Both } from '../both.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, Instant, keysOf, Maybe, OneOf, Text, UnitId, Uuid } from '../shapes.ts';
import type { Role } from '../roles.ts';
import { StateName } from './names.ts';

/** What may be done to many cases at once, and by whom; each case is asked the same as if it were alone. */
export const bulkActs = {
  dispatch: { name: { zh: '按清单分拨', en: 'Dispatch by the list' }, who: ['dispatcher'] },
  recall: { name: { zh: '撤回分拨', en: 'Take the dispatch back' }, who: ['dispatcher'] },
  merge: { name: { zh: '并单', en: 'Merge' }, who: ['intake', 'dispatcher'] },
  unmerge: { name: { zh: '撤销并单', en: 'Undo the merge' }, who: ['intake', 'dispatcher'] },
  acknowledge: { name: { zh: '签收', en: 'Acknowledge' }, who: ['department', 'community', 'grid_worker'] },
  assign_on: { name: { zh: '二级交办', en: 'Pass to team or grid' }, who: ['department', 'community'] },
  take_back: {
    name: { zh: '收回二级交办', en: 'Take back from team or grid' },
    who: ['department', 'community'],
  },
  archive: { name: { zh: '归档', en: 'Archive' }, who: ['checker', 'supervisor'] },
} as const satisfies Record<string, { readonly name: Both; readonly who: readonly Role[] }>;
export type BulkAct = keyof typeof bulkActs;

/** What undoes what, as long as the loop allows it. */
export const undoneBy = {
  dispatch: 'recall',
  merge: 'unmerge',
  assign_on: 'take_back',
} as const satisfies Partial<Record<BulkAct, BulkAct>>;

export const BULK_MOST = 50;

const One = Shape({
  id: Uuid,
  no: Type.String(),
  title: Type.String(),
  /** How it stood and how it stands, or would stand, afterwards. */
  was: StateName,
  state: StateName,
  lead: Maybe(UnitId),
  holder: Maybe(UnitId),
  dueAt: Maybe(Instant),
  refused: Maybe(Shape({ code: Type.String(), ...Bilingual.properties })),
});
export type BulkLine = Static<typeof One>;

export const actOnMany = route({
  id: 'cases.actOnMany',
  method: 'POST',
  path: '/case-acts',
  who: ['dispatcher', 'intake', 'department', 'community', 'grid_worker', 'checker', 'supervisor'],
  says: {
    zh: '对多件工单做同一件事；先预览（preview）每件会怎样、哪件会被拒绝及原因，再办理；被拒的不影响其他。',
    en: 'The same act on many cases; a preview tells what would become of each and which is refused and why; one refusal stops no other.',
  },
  body: Shape({
    act: OneOf(keysOf(bulkActs)),
    ids: Type.Array(Uuid, { minItems: 1, maxItems: BULK_MOST, uniqueItems: true }),
    preview: Type.Boolean(),
    /** For `merge`: the case that the others join. */
    into: Type.Optional(Uuid),
    /** For `assign_on`: the team or grid. */
    unit: Type.Optional(UnitId),
    /** For `merge` and `unmerge`. */
    reason: Type.Optional(Text(2, 300)),
  }),
  reply: Shape({ done: Type.Integer(), refused: Type.Integer(), items: Type.Array(One) }),
});
