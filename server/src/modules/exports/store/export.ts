import { sql } from 'kysely';
import type {
  Approval,
  ExportFormat,
  ExportPart,
  ExportPurpose,
  ExportSource,
  ExportState,
  ExportWhat,
} from '@fengqiao/contract/exports.ts';
import type { Both } from '@fengqiao/contract/both.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Column, Export } from '../domain/export.ts';
import { numberOf } from '../domain/mark.ts';

/** An export with how far its file is. */
export type ExportRow = Export & {
  readonly what: ExportWhat;
  /** Its filters in words. */
  readonly told: readonly Both[];
  readonly cursor: string | null;
  readonly pages: number;
  readonly rows: number;
  readonly people: number;
  readonly complete: boolean;
  readonly failedBy: RefusalCode | 'stopped' | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly readyAt: Date | null;
  readonly wipedAt: Date | null;
  readonly wipedWhy: string | null;
};

const read = ({ db, street }: Work) =>
  db
    .selectFrom('exports.export')
    .where('street', '=', street)
    .select([
      'id',
      'no',
      'source',
      'what_enc as whatEnc',
      'fields',
      'format',
      'purpose',
      'reason',
      'grade',
      'approval',
      'rows_told as rowsTold',
      'state',
      'requested_by as requestedBy',
      'requested_name as requestedName',
      'role',
      'unit',
      'requested_at as requestedAt',
      'approved_by as approvedBy',
      'refused_by as refusedBy',
      'decided_name as decidedName',
      'decided_at as decidedAt',
      'answer',
      'cursor',
      'pages',
      'rows',
      'people',
      'complete',
      'failed_by as failedBy',
      'sha256',
      'bytes',
      'ready_at as readyAt',
      'expires_at as expiresAt',
      'wiped_at as wipedAt',
      'wiped_why as wipedWhy',
      'downloads',
    ])
    .$narrowType<{
      source: ExportSource;
      format: ExportFormat;
      purpose: ExportPurpose;
      approval: Approval;
      state: ExportState;
      role: Role;
      failedBy: RefusalCode | 'stopped' | null;
    }>();

type Row = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

const whatAt = (id: string) => ({ table: 'exports.export', column: 'what_enc', row: id });

type What = { readonly what: ExportWhat; readonly told: readonly Both[] };

const present = ({ vault }: Work, { whatEnc, fields, ...row }: Row): ExportRow => ({
  ...row,
  fields: fromJson<Column[]>(fields),
  ...fromJson<What>(JSON.parse(vault.open(whatEnc, whatAt(row.id)))),
});

const presentMaybe = (work: Work, row: Row | undefined): ExportRow | null =>
  row === undefined ? null : present(work, row);

/** One export in sight; by primary key. */
export async function findExport(work: Work, id: string): Promise<ExportRow> {
  return (
    presentMaybe(work, await read(work).where('id', '=', id).executeTakeFirst()) ??
    refuse('platform.not_found')
  );
}

export async function lockExport(work: Work, id: string): Promise<ExportRow> {
  return (
    presentMaybe(work, await read(work).where('id', '=', id).forUpdate().executeTakeFirst()) ??
    refuse('platform.not_found')
  );
}

/** The oldest that is to be made or is being made; by export_queue_idx. */
export const nextInQueue = async (work: Work): Promise<ExportRow | null> =>
  presentMaybe(
    work,
    await read(work).where('state', 'in', ['approved', 'making']).orderBy('id').limit(1).executeTakeFirst(),
  );

/** Those whose term is over, locked; by export_term_idx. */
export async function dueExports(work: Work, limit: number): Promise<ExportRow[]> {
  const rows = await read(work)
    .where('state', '=', 'ready')
    .where('expires_at', '<=', work.now)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => present(work, row));
}

/** A page, newest first: one's own by export_mine_idx, those waiting for one's yes by export_waiting_idx, all by primary key. */
export async function pageOfExports(
  work: Work,
  part: ExportPart,
  { limit, after }: { limit: number; after: string | null },
): Promise<ExportRow[]> {
  const { account, role } = work.actor;
  const approval: Approval = role === 'privacy' ? 'privacy' : 'lead';
  const rows = await read(work)
    .$if(part === 'mine', (query) => query.where('requested_by', '=', account ?? ''))
    .$if(part === 'waiting', (query) =>
      query
        .where('state', '=', 'asked')
        .where('approval', '=', approval)
        .where('requested_by', '<>', account ?? ''),
    )
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => present(work, row));
}

/** Several exports in sight; by primary key. */
export async function exportsById(work: Work, ids: readonly string[]): Promise<ExportRow[]> {
  if (ids.length === 0) return [];
  const rows = await read(work)
    .where('id', 'in', [...ids])
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => present(work, row));
}

/** Those with these numbers; by their unique key. */
export async function exportsByNumber(work: Work, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await work.db
    .selectFrom('exports.export')
    .select('id')
    .where('street', '=', work.street)
    .where('no', 'in', [...numbers])
    .execute();
  return rows.map(({ id }) => id);
}

export async function nextNumber({ db, now }: Work): Promise<string> {
  const { rows } = await sql<{ n: string }>`select nextval('exports.number_seq')::text as n`.execute(db);
  return numberOf(now.getFullYear(), Number(rows[0]?.n));
}

export async function insertExport(work: Work, one: Export, what: What): Promise<void> {
  await work.db
    .insertInto('exports.export')
    .values({
      street: work.street,
      id: one.id,
      no: one.no,
      source: one.source,
      what_enc: work.vault.seal(toJson(what), whatAt(one.id)),
      fields: toJson(one.fields),
      format: one.format,
      purpose: one.purpose,
      reason: one.reason,
      grade: one.grade,
      approval: one.approval,
      rows_told: one.rowsTold,
      state: one.state,
      requested_by: one.requestedBy,
      requested_name: one.requestedName,
      role: one.role,
      unit: one.unit,
      requested_at: one.requestedAt,
    })
    .execute();
}

/** Writes how an export was decided, withdrawn or taken. */
export async function saveExport({ db, street }: Work, one: Export): Promise<void> {
  await db
    .updateTable('exports.export')
    .set({
      state: one.state,
      approved_by: one.approvedBy,
      refused_by: one.refusedBy,
      decided_name: one.decidedName,
      decided_at: one.decidedAt,
      answer: one.answer,
      downloads: one.downloads,
    })
    .where('street', '=', street)
    .where('id', '=', one.id)
    .execute();
}

type Progress = Partial<
  Pick<
    ExportRow,
    'state' | 'cursor' | 'pages' | 'rows' | 'people' | 'complete' | 'failedBy' | 'sha256' | 'bytes'
  >
> & {
  readonly readyAt?: Date;
  readonly expiresAt?: Date;
  readonly wipedAt?: Date;
  readonly wipedWhy?: string;
};

/** Writes how far the file of an export is. */
export async function saveProgress(
  { db, street }: Work,
  id: string,
  { failedBy, readyAt, expiresAt, wipedAt, wipedWhy, ...rest }: Progress,
): Promise<void> {
  await db
    .updateTable('exports.export')
    .set({
      ...rest,
      ...(failedBy === undefined ? {} : { failed_by: failedBy }),
      ...(readyAt === undefined ? {} : { ready_at: readyAt }),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      ...(wipedAt === undefined ? {} : { wiped_at: wipedAt }),
      ...(wipedWhy === undefined ? {} : { wiped_why: wipedWhy }),
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
