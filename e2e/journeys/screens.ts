import { demand, demandAccessible, demandFits, settled } from '../demand.ts';
import type { Journey } from '../house.ts';

const visits: readonly (readonly [role: string, path: string])[] = [
  ['intake', '/console/intake'],
  ['intake', '/console/mandates'],
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
  ['steward', '/console/catalogue'],
  ['steward', '/console/catalogue/proposals'],
  ['steward', '/console/people'],
  ['department', '/console/sharing'],
  ['leader', '/console/waits'],
  ['privacy', '/console/retention'],
  ['steward', '/console/retention?part=runs'],
  ['steward', '/console/retention?part=terms'],
  ['privacy', '/console/scrubs'],
  ['dispatcher', '/console/exports'],
  ['privacy', '/console/exports?part=all'],
  ['privacy', '/console/trace'],
  ['justice', '/console/care'],
  ['justice', '/console/care/new'],
];

const phones: readonly (readonly [role: string, path: string])[] = [
  ['resident', '/report'],
  ['resident', '/mine'],
  ['resident', '/messages'],
  ['resident', '/settings'],
  ['resident', '/helpers'],
  ['guest', '/track'],
  ['guest', '/sign-in'],
  ['guest', '/promises'],
  ['guest', '/tour'],
  ['grid_worker', '/field/today'],
  ['grid_worker', '/field/found'],
  ['grid_worker', '/field/on-the-spot'],
];

const visit = (role: string, path: string, phone: boolean): Journey => ({
  name: `${path} opens for a ${role} and can be used by everyone`,
  go: async (lane) => {
    const page = await lane.enter({ role, phone });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(lane.base + path);
    await settled(page);
    demand((await page.getByText('没有这个页面').count()) === 0, `${path} leads nowhere`);
    await demandFits(page);
    await demandAccessible(page);
    demand(errors.length === 0, errors.join('\n'));
  },
});

/** Every desk and every page opens for whom it is meant, fits its window and has no violation. */
export const screens: readonly Journey[] = [
  ...visits.map(([role, path]) => visit(role, path, false)),
  ...phones.map(([role, path]) => visit(role, path, true)),
];
