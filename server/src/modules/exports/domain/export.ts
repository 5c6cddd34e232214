import type {
  Approval,
  ExportField,
  ExportFormat,
  ExportPurpose,
  ExportSource,
  ExportState,
} from '@fengqiao/contract/exports.ts';
import { DOWNLOADS_MOST } from '@fengqiao/contract/exports.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { refuse } from '#platform/refusal.ts';

/** A chosen column as it stood when it was asked for. */
export type Column = ExportField & { readonly name: string };

/** One export as far as its life goes. */
export type Export = {
  readonly id: string;
  readonly no: string;
  readonly source: ExportSource;
  readonly fields: readonly Column[];
  readonly format: ExportFormat;
  readonly purpose: ExportPurpose;
  readonly reason: string;
  readonly grade: number;
  readonly approval: Approval;
  readonly rowsTold: number;
  readonly state: ExportState;
  readonly requestedBy: string;
  readonly requestedName: string;
  readonly role: Role;
  readonly unit: string;
  readonly requestedAt: Date;
  readonly approvedBy: string | null;
  readonly refusedBy: string | null;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
  readonly expiresAt: Date | null;
  readonly downloads: number;
};

export type By = { readonly account: string | null; readonly name: string; readonly role: Role | null };
export type May = {
  readonly decide: boolean;
  readonly withdraw: boolean;
  readonly download: boolean;
  readonly wipe: boolean;
};

/** What may be done with an export now, by this person. */
export function mayDo(one: Export, by: By, now: Date): May {
  const mine = one.requestedBy === by.account;
  const lies = one.state === 'ready';
  return {
    decide: one.state === 'asked' && !mine && isApprover(one.approval, by.role),
    withdraw: one.state === 'asked' && mine,
    download: lies && mine && !isOver(one, now) && one.downloads < DOWNLOADS_MOST,
    wipe: lies && (mine || by.role === 'privacy'),
  };
}

const isOver = ({ expiresAt }: Export, now: Date) => expiresAt !== null && expiresAt <= now;

const isApprover = (approval: Approval, role: Role | null): boolean =>
  approval === 'privacy'
    ? role === 'privacy'
    : approval === 'lead' && (role === 'leader' || role === 'steward');

/** Approves or refuses: never oneself, and only as the grade asks (four eyes). */
export function decide(
  one: Export,
  { approve, answer }: { readonly approve: boolean; readonly answer: string },
  by: By,
  now: Date,
): Export {
  if (one.state !== 'asked') refuse('exports.not_waiting', { state: one.state });
  if (one.requestedBy === by.account) refuse('exports.own_request');
  if (!isApprover(one.approval, by.role)) refuse('exports.not_your_approval', { approval: one.approval });
  const decided = { ...one, decidedName: by.name, decidedAt: now, answer };
  return approve
    ? { ...decided, state: 'approved', approvedBy: by.account }
    : { ...decided, state: 'refused', refusedBy: by.account };
}

export function withdraw(one: Export, by: By): Export {
  if (one.requestedBy !== by.account) refuse('platform.not_found');
  if (one.state !== 'asked') refuse('exports.not_waiting', { state: one.state });
  return { ...one, state: 'withdrawn' };
}

/** Takes the file once more; each reason why not has its own words. */
export function take(one: Export, by: By, now: Date): Export {
  if (one.requestedBy !== by.account) refuse('platform.not_found');
  if (one.state === 'wiped' || (one.state === 'ready' && isOver(one, now))) refuse('exports.expired');
  if (one.state !== 'ready') refuse('exports.not_ready', { state: one.state });
  if (one.downloads >= DOWNLOADS_MOST) refuse('exports.taken_enough', { most: DOWNLOADS_MOST });
  return { ...one, downloads: one.downloads + 1 };
}

export function demandWipeable(one: Export, by: By): void {
  if (one.requestedBy !== by.account && by.role !== 'privacy') refuse('platform.not_found');
  if (one.state !== 'ready') refuse('exports.not_ready', { state: one.state });
}
