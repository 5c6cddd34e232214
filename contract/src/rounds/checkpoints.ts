import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  ById,
  Day,
  Done,
  Instant,
  Lat,
  Lng,
  Maybe,
  Page,
  Paging,
  Text,
  UnitId,
  Uuid,
  Words,
} from '../shapes.ts';

/** What stands on the sheet of a point, also inside the QR code: nobody could guess it. */
export const PointCode = Type.String({ pattern: '^[a-z2-9]{4}(-[a-z2-9]{4}){3}$' });

const readers = ['grid_worker', 'community', 'supervisor', 'leader'] as const;
const keepers = ['community'] as const;

/** A place that is looked at on a patrol, such as a pump or a stairwell. */
export const CheckpointView = Shape({
  id: Uuid,
  grid: UnitId,
  name: Type.String(),
  address: Type.String(),
  lng: Lng,
  lat: Lat,
  /** By which a phone without a network knows a scanned code: the beginning of its SHA-256 in hex; the code itself is not told. */
  mark: Type.String(),
  /** When somebody last looked; of the place, not of whoever looked. */
  seenOn: Maybe(Day),
});
export type CheckpointView = Static<typeof CheckpointView>;

export const listCheckpoints = route({
  id: 'rounds.checkpoints',
  method: 'GET',
  path: '/checkpoints',
  who: readers,
  says: {
    zh: '岗位范围内的巡查点，以及各点最近有人看过的日子。',
    en: 'The points of patrols within the reach of the post, and the day each was last looked at.',
  },
  query: Shape({ grid: Type.Optional(UnitId) }),
  reply: Shape({ items: Type.Array(CheckpointView) }),
});

export const printCheckpoints = route({
  id: 'rounds.checkpointSheets',
  method: 'GET',
  path: '/checkpoints/sheets',
  who: keepers,
  says: {
    zh: '用于打印张贴的巡查点标签（含二维码内容）；只给管理该网格的社区。',
    en: 'The sheets of the points, with the content of their QR codes; only for the community that keeps them.',
  },
  query: Shape({ grid: Type.Optional(UnitId) }),
  reply: Shape({ items: Type.Array(Shape({ ...CheckpointView.properties, code: PointCode })) }),
});

export const addCheckpoint = route({
  id: 'rounds.addCheckpoint',
  method: 'POST',
  path: '/checkpoints',
  who: keepers,
  says: { zh: '设一个巡查点。', en: 'Set up a point.' },
  body: Shape({ grid: UnitId, name: Words(1, 40), address: Text(0, 120), lng: Lng, lat: Lat }),
  reply: CheckpointView,
});

export const renewCheckpoint = route({
  id: 'rounds.renewCheckpoint',
  method: 'POST',
  path: '/checkpoints/:id/code',
  who: keepers,
  says: {
    zh: '换一个新的码，旧标签即作废（标签被撕、被拍走时用）。',
    en: 'Give a point a new code; the old sheet is void (when it was torn off or photographed).',
  },
  params: ById,
  reply: Done,
});

export const endCheckpoint = route({
  id: 'rounds.endCheckpoint',
  method: 'POST',
  path: '/checkpoints/:id/end',
  who: keepers,
  says: { zh: '撤掉一个巡查点。', en: 'Take a point off.' },
  params: ById,
  reply: Done,
});

const OFFSET_MS = 10 * 366 * 86_400_000;
/** How far the device's clock is ahead of the server's, as it measured at the last contact. */
export const OffsetMs = Type.Integer({ minimum: -OFFSET_MS, maximum: OFFSET_MS });

export const recordPatrol = route({
  id: 'rounds.recordPatrol',
  method: 'POST',
  path: '/patrols',
  who: ['grid_worker', 'community'],
  says: {
    zh: '交一次巡查：看过哪些点、有什么要说的。不含行走路线，也不记每个点的时刻；时间按服务器校正。认不出的码不算错，只告知几个。',
    en: 'Hand in a patrol: which points were looked at, and what there is to say. No way that was walked, no moment of a single point; times are set right by the server’s clock. Codes that are unknown are no fault, only counted.',
  },
  body: Shape({
    startedAt: Instant,
    endedAt: Instant,
    offsetMs: Type.Optional(OffsetMs),
    seen: Type.Array(PointCode, { maxItems: 200, uniqueItems: true }),
    remarks: Text(0, 1000),
  }),
  reply: Shape({ id: Uuid, seen: Type.Integer(), unknown: Type.Integer() }),
});

export const PatrolView = Shape({
  id: Uuid,
  unit: UnitId,
  by: Type.String(),
  startedAt: Instant,
  endedAt: Instant,
  points: Type.Array(Type.String()),
  remarks: Type.String(),
});
export type PatrolView = Static<typeof PatrolView>;

export const listPatrols = route({
  id: 'rounds.patrols',
  method: 'GET',
  path: '/patrols',
  who: readers,
  says: {
    zh: '巡查记录，新的在前；网格员只看自己的。不按人汇总。',
    en: 'Patrols, newest first; a grid worker sees their own. Nothing is summed up by person.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(PatrolView),
});
