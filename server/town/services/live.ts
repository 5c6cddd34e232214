import { addressNear, findAddresses } from '#modules/grids';
import { allUnits, keepContact, saveUnits } from '#modules/identity';
import { notify } from '#modules/notices';
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

/** People with a landline only: what is answered to them has to be told by somebody who calls. */
const byLandline = [
  { name: '周阿婆', phone: '0000-66001201', what: '楼道扶手松动', en: 'the loose handrail of her stairs' },
  { name: '钱师傅', phone: '0000-66001377', what: '门前积水', en: 'the water that stands before his door' },
] as const;

/** Gives the counters of the demo street their addresses and invented phones, and two people somebody has to call. */
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
    await tellByPhone(work, units.find(({ kind }) => kind === 'community')?.id ?? null);
  });
}

async function tellByPhone(work: Work, unit: string | null): Promise<void> {
  for (const { name, phone, what, en } of byLandline)
    await notify(work, {
      to: { contact: await keepContact(work, { name, phone }) },
      kind: 'case.closed',
      zh: `您反映的${what}已答复结案。真的解决了吗？请在 14 天内告诉我们。`,
      en: `Your report about ${en} was answered and closed. Is it really solved? Please tell us within 14 days.`,
      mustReach: { unit },
    });
}

async function addressOf(work: Work, name: string): Promise<string | null> {
  const [found] = await findAddresses(work, name);
  if (found === undefined) return null;
  const near = found.kind === 'building' ? found.address : await addressNear(work, found.lng, found.lat);
  return near === null ? name : `${near}（${name}）`;
}
