import type { In, Out } from '@fengqiao/contract/route.ts';
import type { askService as Ask } from '@fengqiao/contract/services.ts';
import { refuse } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import { isListed, reportProblem } from '#modules/cases';
import { middleOf, type Located } from '#modules/grids';
import { allUnits } from '#modules/identity';
import { wishText, wishTitle } from '../domain/item.ts';
import { itemOf, windowFor } from './read-services.ts';

type Asked = In<typeof Ask>['body'];
type Where = { lng: number; lat: number; address: string };

/** 办事咨询 in the model responsibility list: answered by the service centre within a workday. */
const INQUIRY = '18001';

/** Asks for a call back or a visit about an item: a report like every other, with the item named. */
export async function askService(
  work: Work,
  code: string,
  asked: Asked,
  http: Pick<Http, 'ip' | 'limitBy'>,
): Promise<Out<typeof Ask>> {
  const item = await itemOf(work, code);
  const { way, text = '', name, phone } = asked;
  if (phone === undefined && work.actor.kind !== 'resident') refuse('services.phone_needed');
  const { where, located } = await placeOf(work, asked, item.accepts);
  const contact = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  return reportProblem(
    work,
    {
      text: wishText(way, item.name, text.trim()),
      ...where,
      facts: { service: code, wish: way },
      ...((await isListed(work, INQUIRY)) && { type: INQUIRY }),
      ...(Object.keys(contact).length > 0 && { contact }),
    },
    http,
    { title: wishTitle(way, item.name), ...(located !== null && { located }) },
  );
}

/** A visit goes to somebody's door; a call has no place of its own, so it stands at the window that answers. */
async function placeOf(
  work: Work,
  { way, place }: Asked,
  accepts: string,
): Promise<{ where: Where; located: Located | null }> {
  if (place !== undefined) return { where: place, located: null };
  if (way === 'visit') refuse('services.place_needed');
  const middle = (await middleOf(work)) ?? refuse('services.no_place');
  const { unit, address } = await windowFor(work, await allUnits(work), accepts);
  return { where: { ...middle, address: address ?? unit.zh }, located: { community: null, grid: null } };
}
