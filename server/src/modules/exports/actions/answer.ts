import type { ExportView } from '@fengqiao/contract/exports.ts';
import { notify } from '#modules/notices';
import type { Work } from '#platform/work.ts';
import { decide, demandWipeable, withdraw } from '../domain/export.ts';
import { findExport, lockExport, saveExport } from '../store/export.ts';
import { demandProved } from './proved.ts';
import { byOf, viewOf } from './view.ts';
import { wipe } from './wipe.ts';

/** Somebody else's yes or no; what is approved is made by the engine. */
export async function decideExport(
  work: Work,
  id: string,
  given: { readonly approve: boolean; readonly answer: string },
): Promise<ExportView> {
  const row = await lockExport(work, id);
  const decided = decide(row, given, byOf(work), work.now);
  if (row.grade >= 3) demandProved(work);
  await saveExport(work, decided);
  await work.announce('export.decided', id, { approve: given.approve });
  await notify(work, {
    to: { account: row.requestedBy },
    kind: 'export.decided',
    zh: given.approve ? `导出 ${row.no} 已批准，正在生成` : `导出 ${row.no} 未获批准：${given.answer}`,
    en: given.approve
      ? `Export ${row.no} is approved and being made`
      : `Export ${row.no} was refused: ${given.answer}`,
  });
  return viewOf(work, await findExport(work, id));
}

export async function withdrawExport(work: Work, id: string): Promise<{ ok: true }> {
  await saveExport(work, withdraw(await lockExport(work, id), byOf(work)));
  await work.announce('export.withdrawn', id, {});
  return { ok: true };
}

/** The file is destroyed before its term: by whoever asked when it has served, or called back by a privacy officer. */
export async function wipeEarly(work: Work, id: string, reason: string): Promise<ExportView> {
  const row = await lockExport(work, id);
  demandWipeable(row, byOf(work));
  await wipe(work, row, reason);
  if (row.requestedBy !== work.actor.account)
    await notify(work, {
      to: { account: row.requestedBy },
      kind: 'export.called_back',
      zh: `导出 ${row.no} 已被收回：${reason}`,
      en: `Export ${row.no} was called back: ${reason}`,
    });
  return viewOf(work, await findExport(work, id));
}
