import { addressNear, findAddresses } from '#modules/grids';
import { allUnits, saveUnits } from '#modules/identity';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';

/** In which house of the made street the counter of a unit is; what stands nowhere sits in the subdistrict office. */
const houses: Readonly<Record<string, string>> = {
  service_center: '听枫街道便民服务中心',
  health_center: '听枫街道社区卫生服务中心',
  police: '听枫派出所',
  fire: '听枫消防救援站',
};
const OFFICE = '听枫街道办事处';
const withCounter = ['centre', 'internal', 'dispatched', 'community', 'street'];

/** Gives the counters of the demo street their addresses and invented phones. */
export async function liveServices(platform: Platform, street: string): Promise<void> {
  await withWork(platform, { service: 'system', street }, platform.clock(), 'write', async (work) => {
    const units = (await allUnits(work)).filter(({ kind }) => withCounter.includes(kind));
    const office = await addressOf(work, OFFICE);
    const placed = await Promise.all(
      units.map(async (unit, n) => {
        const house = unit.kind === 'community' ? `${unit.shortZh}社区党群服务中心` : houses[unit.id];
        const own = house === undefined ? null : await addressOf(work, house);
        return { ...unit, address: own ?? office, phone: `199-0000-${String(8600 + n)}` };
      }),
    );
    await saveUnits(work, placed);
  });
}

async function addressOf(work: Work, name: string): Promise<string | null> {
  const [found] = await findAddresses(work, name);
  if (found === undefined) return null;
  const near = found.kind === 'building' ? found.address : await addressNear(work, found.lng, found.lat);
  return near === null ? name : `${near}（${name}）`;
}
