import { demand, demandAccessible, settled } from '../demand.ts';
import { allErrors, turnInto } from '../hands/window.ts';
import type { Journey } from '../house.ts';

const console_ = [
  'community',
  'department',
  'justice',
  'intake',
  'dispatcher',
  'checker',
  'callback',
  'supervisor',
  'leader',
  'district',
  'admin',
  'steward',
  'privacy',
  'auditor',
];

/** Every role of the tour enters with one press and meets a screen that is true, accessible and without errors. */
export const roles: readonly Journey[] = [
  ...console_.map((role) => ({ role, path: '/console/', phone: false })),
  { role: 'resident', path: '/', phone: true },
  { role: 'grid_worker', path: '/field/', phone: true },
].map(({ role, path, phone }) => ({
  name: `${role} enters with one press and finds a screen of their own in both languages`,
  go: async (lane) => {
    const page = await lane.enter({ role, phone });
    const errors = allErrors(page);
    await page.goto(lane.base + path);
    await settled(page);
    await demandAccessible(page);
    await turnInto(page, 'en');
    await settled(page);
    await demandAccessible(page);
    demand(errors.length === 0, errors.join('\n'));
  },
}));
