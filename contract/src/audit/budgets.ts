import type { Role } from '../roles.ts';

/** How many people one holder of a post may see in clear on one day. */
export type Limit = { readonly soft: number; readonly hard: number };

/** The first version of every limit; a street changes them by two people. */
export const budgets: Readonly<Record<Role, Limit>> = {
  grid_worker: { soft: 40, hard: 120 },
  community: { soft: 80, hard: 240 },
  department: { soft: 40, hard: 120 },
  intake: { soft: 150, hard: 400 },
  dispatcher: { soft: 30, hard: 90 },
  checker: { soft: 60, hard: 180 },
  callback: { soft: 150, hard: 400 },
  supervisor: { soft: 30, hard: 90 },
  leader: { soft: 15, hard: 45 },
  district: { soft: 15, hard: 45 },
  admin: { soft: 0, hard: 0 },
  steward: { soft: 60, hard: 180 },
  privacy: { soft: 60, hard: 200 },
  auditor: { soft: 0, hard: 0 },
};
