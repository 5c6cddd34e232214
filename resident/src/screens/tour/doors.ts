import type { DemoRole } from '@fengqiao/contract/demo.ts';
import type { Both } from '@fengqiao/contract/route.ts';

type Group = { id: string; title: Both; roles: readonly DemoRole[] };

/** The roles in the order in which a report passes them. */
export const groups: readonly Group[] = [
  { id: 'residents', title: { zh: '居民', en: 'Residents' }, roles: ['guest', 'resident'] },
  {
    id: 'front',
    title: { zh: '网格、社区和部门', en: 'Grids, communities, departments' },
    roles: ['grid_worker', 'community', 'department'],
  },
  {
    id: 'centre',
    title: { zh: '指挥中心', en: 'Command centre' },
    roles: ['intake', 'dispatcher', 'checker', 'callback', 'supervisor'],
  },
  {
    id: 'above',
    title: { zh: '领导与管理', en: 'Leading and running it' },
    roles: ['leader', 'district', 'admin'],
  },
  {
    id: 'data',
    title: { zh: '数据与隐私', en: 'Data and privacy' },
    roles: ['steward', 'privacy', 'auditor'],
  },
];

/** Where somebody of this role works. */
export function homeOf(role: DemoRole): string {
  if (role === 'guest' || role === 'resident') return '/';
  return role === 'grid_worker' ? '/field/' : '/console/';
}
