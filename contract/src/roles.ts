import type { Both } from './both.ts';

/** What a post lets its holder do; where, is the post's unit. */
export const roles = {
  grid_worker: { zh: '网格员', en: 'Grid worker' },
  community: { zh: '社区工作人员', en: 'Community staff' },
  department: { zh: '部门经办人', en: 'Department staff' },
  intake: { zh: '受理员', en: 'Intake' },
  dispatcher: { zh: '分拨员', en: 'Dispatcher' },
  checker: { zh: '核查员', en: 'Checker' },
  callback: { zh: '回访员', en: 'Callback' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  leader: { zh: '街道领导', en: 'Subdistrict leader' },
  district: { zh: '区级督导', en: 'District supervisor' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  steward: { zh: '数据管理员', en: 'Data steward' },
  privacy: { zh: '个人信息保护专员', en: 'Privacy officer' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const satisfies Record<string, Both>;

export type Role = keyof typeof roles;

const isRole = (name: string): name is Role => Object.hasOwn(roles, name);

export const roleNames: readonly Role[] = Object.keys(roles).filter(isRole);

/** Posts of the command centre 集成指挥中心. */
export const centre = ['intake', 'dispatcher', 'checker', 'callback', 'supervisor'] as const satisfies Role[];

/** Posts that see every case of their street; the others see what lies in, or was given to, their units. */
export const wide: readonly Role[] = [...centre, 'leader', 'district'];

/** Posts that look after the house itself and see no case at all. */
export const apart: readonly Role[] = ['admin', 'steward', 'privacy', 'auditor'];
