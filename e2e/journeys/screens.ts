import { demand, demandAccessible, demandFits, settled } from '../demand.ts';
import { allErrors, turnInto } from '../hands/window.ts';
import type { Journey } from '../house.ts';
import { allScreens, byJourney } from '../screens/all.ts';
import { faultsOfSight } from '../screens/look.ts';
import { unseen } from '../screens/routes.ts';
import { addressOf, asking, type Screen } from '../screens/table.ts';

/** Opens one screen and turns it into English: it is whole, nothing is cut or covered, and everyone can use it. */
const visit = (screen: Screen): Journey => ({
  name: `${screen.app} ${screen.route}${screen.search ?? ''} opens for a ${screen.role} and can be used by everyone`,
  go: async (lane) => {
    const page = await lane.enter({ role: screen.role, phone: screen.app !== 'console' });
    const errors = allErrors(page);
    const path = await addressOf(screen, asking(page.request, lane.base));
    await page.goto(lane.base + path);
    for (const language of ['zh', 'en'] as const) {
      if (language === 'en') await turnInto(page, 'en');
      await settled(page);
      const nowhere = await page.getByText(/没有这个页面|没有这一页|No such page/).count();
      demand(nowhere === 0, `${path} leads nowhere`);
      await demandFits(page);
      const faults = await faultsOfSight(page);
      demand(faults.length === 0, `${path} in ${language}: ${faults.join('; ')}`);
      // The structure is the same in both languages; only its words are others.
      if (language === 'zh') await demandAccessible(page);
    }
    demand(errors.length === 0, errors.join('\n'));
  },
});

/** Every desk and every page opens for whom it is meant, fits its window and has no violation. */
export const screens: readonly Journey[] = [
  {
    name: 'every screen of the three apps is looked at',
    go: async () => {
      const left = unseen(allScreens).filter((one) => !byJourney.includes(one));
      demand(left.length === 0, `not in e2e/screens/all.ts: ${left.join(', ')}`);
    },
  },
  ...allScreens.map(visit),
];
