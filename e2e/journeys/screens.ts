import { demand, demandAccessible } from '../house.ts';
import type { Journey } from '../run.ts';

const visits: readonly (readonly [role: string, path: string])[] = [
  ['intake', '/console/intake'],
  ['dispatcher', '/console/dispatch'],
  ['dispatcher', '/console/merges'],
  ['dispatcher', '/console/lists'],
  ['dispatcher', '/console/cases'],
  ['dispatcher', '/console/imports'],
  ['dispatcher', '/console/imports/new'],
  ['department', '/console/handling'],
  ['department', '/console/tasks'],
  ['leader', '/console/arbitration'],
  ['dispatcher', '/console/consultations'],
  ['supervisor', '/console/holds'],
  ['supervisor', '/console/requests'],
  ['supervisor', '/console/reopenings'],
  ['supervisor', '/console/supervisions'],
  ['checker', '/console/verification'],
  ['checker', '/console/samples'],
  ['checker', '/console/closing'],
  ['callback', '/console/callbacks'],
];

const phones: readonly (readonly [role: string, path: string])[] = [
  ['resident', '/report'],
  ['resident', '/mine'],
  ['resident', '/messages'],
  ['resident', '/settings'],
  ['guest', '/track'],
  ['guest', '/sign-in'],
  ['guest', '/tour'],
  ['grid_worker', '/field/today'],
  ['grid_worker', '/field/found'],
  ['grid_worker', '/field/on-the-spot'],
];

const visit = (role: string, path: string, phone: boolean): Journey => ({
  name: `${path} opens for a ${role} and can be used by everyone`,
  go: async (house) => {
    const page = await house.enter({ role, phone });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(house.base + path);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    demand((await page.getByText('没有这个页面').count()) === 0, `${path} leads nowhere`);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    );
    demand(!wide, `${path} is wider than its window`);
    await demandAccessible(page);
    demand(errors.length === 0, errors.join('\n'));
    await page.context().close();
  },
});

/** Every desk and every page opens for whom it is meant, fits its window and has no violation. */
export const screens: readonly Journey[] = [
  ...visits.map(([role, path]) => visit(role, path, false)),
  ...phones.map(([role, path]) => visit(role, path, true)),
];
