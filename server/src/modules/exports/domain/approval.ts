import type { Approval, ExportPurpose, ExportSource } from '@fengqiao/contract/exports.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { refuse } from '#platform/refusal.ts';

/**
 * Who has to say yes before a list leaves, by its size and by the highest grade in it. Sources: 个人信息保护法 art. 51
 * (classified handling, limited authority), art. 55–56 (assessment before sensitive facts are used); 数据安全法 art. 21
 * (grades); GB/T 35273-2020 7.1 (an inner approval for copying and downloading in bulk; who approves is not who operates).
 */
export function approvalFor(grade: number, rows: number): Approval {
  if (grade >= 3) return 'privacy';
  if (grade === 2) return rows <= limits.leadPeople ? 'lead' : 'privacy';
  return rows <= limits.freely ? 'none' : 'lead';
}

export const limits = {
  /** Rows without facts about anybody that need nobody's yes. */
  freely: 200,
  /** Rows with general personal facts to which the leader or the steward may say yes. */
  leadPeople: 1_000,
  /** The most rows of one file by grade: a list is for a task, a whole register is a share (政务数据共享条例). */
  most: { 0: 20_000, 1: 20_000, 2: 5_000, 3: 1_000 },
} as const;

const ranks = { none: 0, lead: 1, privacy: 2 } as const satisfies Record<Approval, number>;

/** Whether a yes that was given still covers what there turned out to be. */
export const covers = (given: Approval, needed: Approval): boolean => ranks[given] >= ranks[needed];

/** The most rows at a grade; special care never leaves, whoever asks (个人信息保护法 art. 28: strict protection). */
export function mostRows(grade: number): number {
  if (grade >= 4) return refuse('exports.special_care');
  return limits.most[grade === 3 ? 3 : grade === 2 ? 2 : 1];
}

type Asked = { readonly source: ExportSource; readonly grade: number; readonly rows: number };

/** Refuses a list that may not leave so, whoever would approve it. */
export function demandAskable({ source, grade, rows }: Asked, role: Role | null): void {
  if (!maySource(source, role)) refuse('exports.source_not_yours');
  const most = mostRows(grade);
  if (rows === 0) refuse('exports.nothing_there');
  if (rows > most) refuse('exports.too_many_rows', { most });
}

/** Refuses a purpose for which facts of this grade may not be used at all; a share has the purpose it was granted for. */
export function demandPurpose(purpose: ExportPurpose, { source, grade }: Asked): void {
  if (source === 'resource') return;
  const allowed = purposes[purpose].maxGrade;
  if (grade > allowed) refuse('audit.grade_beyond_purpose', { grade, allowed });
}

const registrars: readonly Role[] = ['steward', 'community', 'department'];
const stewards: readonly Role[] = ['steward'];

/** Whose work needs such a list: the registry's for those who keep or work with it, cases for all who see cases. */
export function maySource(source: ExportSource, role: Role | null): boolean {
  if (role === null) return false;
  if (source === 'cases') return !stewards.includes(role);
  return source === 'resource' || registrars.includes(role);
}
