import Type from 'typebox';
import type { Door } from '../platform.ts';
import { route, Shape } from '../route.ts';
import { ById, Instant, OneOf, Page, Paging, Uuid } from '../shapes.ts';
import { ExportView } from './ask.ts';
import { exportAskers } from './words.ts';

/** Those one asked for, those that wait for one's yes, and all of them for whoever watches. */
export const exportParts = ['mine', 'waiting', 'all'] as const;
export type ExportPart = (typeof exportParts)[number];

const seers = [...exportAskers, 'privacy', 'auditor'] as const;

export const listExports = route({
  id: 'exports.list',
  method: 'GET',
  path: '/exports',
  who: seers,
  says: {
    zh: '导出记录：我的、待我审批的；个人信息保护专员和审计员可看全部。',
    en: 'Exports: mine, those that wait for me; privacy officers and auditors see all.',
  },
  query: Shape({ ...Paging, part: OneOf(exportParts), after: Type.Optional(Uuid) }),
  reply: Page(ExportView),
});

export const readExport = route({
  id: 'exports.read',
  method: 'GET',
  path: '/exports/:id',
  who: seers,
  says: {
    zh: '一份导出：进度、期限、每次下载。',
    en: 'One export: how far it is, its term, each time it was taken.',
  },
  params: ById,
  reply: Shape({ export: ExportView, taken: Type.Array(Shape({ at: Instant, by: Type.String() })) }),
});

const bare = Shape({});

export const exportDoors = [
  {
    id: 'exports.download',
    method: 'POST',
    path: '/exports/:id/file',
    who: exportAskers,
    params: ById,
    query: bare,
    reply: Type.String(),
    takes: [],
    gives: 'application/octet-stream',
    says: {
      zh: '下载自己的导出文件：每次登记，次数有限，到期不可下载；含敏感信息的须再次证明本人。',
      en: 'Take the file of one’s own export: each time is written down, so many times at most, not after its term; with sensitive facts, who takes it has proved again that it is they.',
    },
  },
] as const satisfies Door[];
