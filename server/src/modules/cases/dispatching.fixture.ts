import { expect } from 'vitest';
import { startDispatch } from './dispatch.fixture.ts';

export const road = { type: '02004', placeKind: 'road' };

/** The town of the dispatch tests with what is done about whose a case is. */
export async function startDispatching() {
  const town = await startDispatch();
  const dispatch = (id: string, body: object = {}) =>
    town.world.as(town.dispatcher).post(`/api/cases/${id}/dispatch`, body);
  const giveBack = async (id: string, unit: string, body: object = {}) =>
    town.world.as(await town.staff(unit)).post(`/api/cases/${id}/return`, {
      clause: '责任清单 02004.1',
      betterLead: 'law_enforcement',
      reason: '现场在人行道上',
      ...body,
    });
  const decided = (request: string, approved: boolean) =>
    town.world
      .as(town.dispatcher)
      .post(`/api/requests/${request}/decision`, { approved, note: '经核对清单' });
  return {
    ...town,
    dispatch,
    giveBack,
    decided,
    designation: (id: string, body: object) =>
      town.world
        .as(town.leader)
        .post(`/api/cases/${id}/designation`, { reason: '经研究由该单位牵头', ...body }),
    consult: (id: string, body: object) =>
      town.world.as(town.dispatcher).post(`/api/cases/${id}/consultation`, {
        lead: 'law_enforcement',
        co: ['property_co'],
        question: '谁来牵头处理',
        ...body,
      }),
    answer: async (id: string, unit: string, body: object) =>
      town.world.as(await town.staff(unit)).post(`/api/consultations/${id}/opinions`, body),
    openKinds: async (id: string) =>
      (await town.read(id)).clocks
        .filter((clock) => clock.stoppedAt === null)
        .map((clock) => clock.kind)
        .sort(),
    consultationOf: async (id: string) => (await town.read(id)).consultations.at(-1),
    /** A case whose second return waits for a leader. */
    async arbitrated(): Promise<string> {
      const id = await town.registered(road);
      await dispatch(id);
      await decided((await giveBack(id, 'traffic_police')).json<{ id: string }>().id, false);
      expect((await giveBack(id, 'traffic_police')).statusCode).toBe(200);
      return id;
    },
  };
}
export type Dispatching = Awaited<ReturnType<typeof startDispatching>>;
