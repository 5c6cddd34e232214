import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { places } from '#test/ground.ts';
import type { World } from '#test/world.ts';
import { fromJson } from '#platform/json.ts';
import { withWork } from '#platform/work.ts';
import { goOnImporting } from './actions/import/go-on.ts';
import { importSummary, startImport } from './actions/import/start.ts';
import { inspectTable } from '#platform/table/reader.ts';

/** How the small table of the tests becomes cases. */
export const mapping: Mapping = {
  system: 'old12345',
  zone: 'Asia/Shanghai',
  fields: {
    id: '编号',
    reportedAt: '上报时间',
    closedAt: '办结时间',
    type: '类别',
    status: '状态',
    owner: '责任单位',
    channel: '渠道',
    lng: '经度',
    lat: '纬度',
    address: '地点',
    text: '{类别}：{内容}',
  },
  types: { 垃圾: '01002', 路灯: '05003', 井盖: '05001' },
  owners: { 城管: 'urban_ops', 环卫: 'sanitation_co' },
  channels: { 电话: 'phone' },
  statuses: { 已办结: 'closed', 办理中: 'open', 撤销: 'void' },
};

export const header = [
  '编号',
  '上报时间',
  '办结时间',
  '类别',
  '状态',
  '责任单位',
  '渠道',
  '经度',
  '纬度',
  '地点',
  '内容',
];
export type Cells = readonly (string | number)[];

const near = places['c01-g01'];
/** A good row of a case that is closed elsewhere; named cells may be given. */
export function row(id: string, more: Readonly<Record<string, string | number>> = {}): Cells {
  const usual: Record<string, string | number> = {
    编号: id,
    上报时间: '2026-03-04 09:00:00',
    办结时间: '2026-03-05 10:00:00',
    类别: '垃圾',
    状态: '已办结',
    责任单位: '城管',
    渠道: '电话',
    经度: near.lng,
    纬度: near.lat,
    地点: '橹声路 8 号',
    内容: `有人倒“渣土”，${id}`,
  };
  return header.map((name) => more[name] ?? usual[name] ?? '');
}

const quoted = (cell: string | number) =>
  /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
export const csvOf = (rows: readonly Cells[]) =>
  [header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');

export function fileIn(world: World, name: string, content: string | Uint8Array): string {
  mkdirSync(world.platform.settings.dataDir, { recursive: true });
  const path = join(world.platform.settings.dataDir, name);
  writeFileSync(path, content);
  return path;
}

type Options = {
  readonly dry?: boolean;
  readonly mapping?: Mapping;
  readonly most?: number;
  readonly progress?: () => void;
};

/** Imports a file as the command line does, and gives what came of it. */
export async function imported(
  world: World,
  path: string,
  { dry = false, mapping: by = mapping, most, progress }: Options = {},
) {
  const table = await inspectTable(path);
  const enter = { service: 'system', street: world.street } as const;
  const run = await withWork(world.platform, enter, world.clock.now(), 'write', (work) =>
    startImport(work, table, { mapping: by, fileName: 'old.csv', file: null, dry }),
  );
  await goOnImporting(world.platform, world.street, {
    run,
    file: table,
    ...(most === undefined ? {} : { most }),
    ...(progress === undefined ? {} : { progress }),
  });
  return { run, table, ...(await world.asSystem((work) => importSummary(work, run))) };
}

/** What stands in the database of the cases of a system, by their ids there. */
export async function standing(world: World) {
  const rows = await world.asSystem(({ db }) =>
    db
      .selectFrom('cases.case')
      .select([
        'id',
        'no',
        'state',
        'lead',
        'type',
        'title',
        'text',
        'outcome',
        'closed_at',
        'archived_at',
        'registered_at',
        'due_at',
        'satisfied',
        'source',
        'grid',
        'channel',
        'reported_at',
        'seen_by',
        'sensitive',
        'address',
      ])
      .where('source', 'is not', null)
      .orderBy('no')
      .execute(),
  );
  return new Map(rows.map((one) => [fromJson<{ id: string }>(one.source).id, one]));
}
