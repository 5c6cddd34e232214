import { DOWNLOADS_MOST, type ExportView } from '@fengqiao/contract/exports.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import { refusals, type RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Work } from '#platform/work.ts';
import { mayDo, type By } from '../domain/export.ts';
import type { ExportRow } from '../store/export.ts';

export const byOf = ({ actor: { account, name, role } }: Work): By => ({ account, name, role });

/** An export as the actor sees it. */
export function viewOf(work: Work, row: ExportRow): ExportView {
  const { readyAt, expiresAt, wipedAt, decidedAt } = row;
  return {
    id: row.id,
    no: row.no,
    source: row.source,
    fields: row.fields.map(({ name, zh, en, grade }) => ({ name, zh, en, grade })),
    filters: [...row.told],
    format: row.format,
    purpose: row.purpose,
    reason: row.reason,
    grade: row.grade,
    approval: row.approval,
    state: row.state,
    rowsTold: row.rowsTold,
    rows: row.rows,
    people: row.people,
    askedBy: row.requestedName,
    unit: row.unit,
    askedAt: row.requestedAt.toISOString(),
    decidedBy: row.decidedName,
    decidedAt: decidedAt?.toISOString() ?? null,
    answer: row.answer,
    why: whyOf(row),
    bytes: row.bytes,
    readyAt: readyAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    wipedAt: wipedAt?.toISOString() ?? null,
    downloads: row.downloads,
    downloadsMost: DOWNLOADS_MOST,
    mine: row.requestedBy === work.actor.account,
    may: mayDo(row, byOf(work), work.now),
  };
}

/** Why it was not made, or was wiped before or at its term. */
function whyOf({ failedBy, wipedWhy }: ExportRow): Both | null {
  if (failedBy !== null) {
    if (!isCode(failedBy)) return stopped;
    const { zh, en } = refusals[failedBy];
    return { zh, en };
  }
  return wipedWhy === null ? null : (ends[wipedWhy] ?? { zh: wipedWhy, en: wipedWhy });
}

const isCode = (name: string): name is RefusalCode => Object.hasOwn(refusals, name);

const stopped: Both = {
  zh: '生成意外中断；请重新申请，仍失败请联系运维人员。',
  en: 'Making it stopped unexpectedly; ask again, and tell the operator if it fails once more.',
};

/** Ends that the engine brings about; what a person wrote stands as it is. */
const ends: Readonly<Record<string, Both>> = {
  term: { zh: '保存期限已到，文件已清除', en: 'Its term was over and the file was wiped' },
  erased: {
    zh: '名册中有人依法删除了个人信息，文件已随之清除',
    en: 'Somebody in it was erased by law, and the file with them',
  },
};
