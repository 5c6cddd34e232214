import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { fromJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import type { TableFile } from '#platform/table/reader.ts';
import { withWork } from '#platform/work.ts';
import { commitLater, type ImportRow } from '../../store/imports.ts';
import type { Enter } from './readier.ts';

/** So many rows in one transaction: enough to be quick, few enough that a stop costs a second. */
export const BATCH = 5000;
export type Progress = (doneRows: number) => void;
export type Stepping = {
  readonly id: string;
  readonly file: TableFile;
  readonly most?: number;
  /** Rows in one transaction. */
  readonly batch?: number;
  /** From so many bytes on a table is worth threads of its own. */
  readonly threadsFrom?: number;
  readonly progress?: Progress;
};

export const entering =
  (platform: Platform, street: string): Enter =>
  (act) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);

/** The same for a step that is taken once more if the machine stops: it does not wait for the disk, the end of the import does. */
export const stepping =
  (enter: Enter): Enter =>
  (act) =>
    enter(async (work) => {
      await commitLater(work);
      return act(work);
    });

export const idKind = (row: Pick<ImportRow, 'kind'>): ImportKind => fromJson<ImportKind>(row.kind);

export const stopped = {
  zh: '处理意外中断，已写入的部分不受影响；请重新上传校验，仍失败请联系运维人员。',
  en: 'It stopped unexpectedly; what was written stays. Check the table again, and ask the operator if it fails again.',
};
