import { keysOf, OneOf } from '../shapes.ts';
import type { Role } from '../roles.ts';

/** What an export is made of. */
export const exportSources = {
  cases: { zh: '工单列表', en: 'Cases' },
  people: { zh: '实有人口', en: 'People' },
  homes: { zh: '实有房屋', en: 'Homes' },
  organizations: { zh: '实有单位', en: 'Organizations' },
  resource: { zh: '共享数据', en: 'Shared data' },
} as const;
export type ExportSource = keyof typeof exportSources;
export const ExportSourceName = OneOf(keysOf(exportSources));

export const exportFormats = {
  xlsx: { zh: 'Excel 表格（.xlsx）', en: 'Excel workbook (.xlsx)' },
  csv: { zh: '文本表格（.csv）', en: 'Text table (.csv)' },
} as const;
export type ExportFormat = keyof typeof exportFormats;
export const ExportFormatName = OneOf(keysOf(exportFormats));

/** Whose yes an export needs before it is made. */
export const approvals = {
  none: { zh: '无需审批', en: 'No approval' },
  lead: { zh: '街道领导或数据管理员审批', en: 'A subdistrict leader or a data steward' },
  privacy: { zh: '个人信息保护专员审批', en: 'A privacy officer' },
} as const;
export type Approval = keyof typeof approvals;
export const ApprovalName = OneOf(keysOf(approvals));

export const exportStates = {
  asked: { zh: '待审批', en: 'Waiting for approval' },
  refused: { zh: '未获批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  approved: { zh: '排队中', en: 'In the queue' },
  making: { zh: '正在生成', en: 'Being made' },
  ready: { zh: '可下载', en: 'Ready' },
  failed: { zh: '未能生成', en: 'Not made' },
  wiped: { zh: '已到期清除', en: 'Wiped' },
} as const;
export type ExportState = keyof typeof exportStates;
export const ExportStateName = OneOf(keysOf(exportStates));

/** For what a list may be taken out; what belongs to one single case is looked at there and needs no list. */
export const exportPurposes = ['register', 'visit', 'deliver', 'inspect', 'legal', 'export'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];
export const ExportPurposeName = OneOf(exportPurposes);

/** Posts that may ask for a list at all; on the way, on a phone, nobody takes lists along. */
export const exportAskers = [
  'dispatcher',
  'checker',
  'supervisor',
  'leader',
  'district',
  'department',
  'community',
  'steward',
] as const satisfies Role[];

/** Posts whose yes may be asked for. */
export const exportApprovers = ['leader', 'steward', 'privacy'] as const satisfies Role[];

/** So often one file is handed out before it has to be asked for again. */
export const DOWNLOADS_MOST = 5;
