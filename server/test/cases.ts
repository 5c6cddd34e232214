import { seedList } from '#modules/cases';
import { laySquares, places } from './ground.ts';
import { layUnits } from './people.ts';
import { startWorld, type Person, type World } from './world.ts';

/** A street with its small tree, square boundaries and the model list, on a Monday morning at ten. */
export async function startCases(env: Record<string, string> = {}): Promise<World> {
  const world = await startWorld({ env });
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    await seedList(work, new Date('2026-01-01T00:00:00Z'));
  });
  return world;
}

/** What a resident says about garbage in the first grid. */
export const garbage = {
  text: '橹声路口有一堆垃圾没人清，已经发臭了',
  address: '橹声路口',
  ...places['c01-g01'],
};

export type Receipt = {
  report: string;
  caseId: string;
  no: string;
  code: string;
  joined: boolean;
  dueAt: string | null;
  hotline: string;
};

/** Reports as somebody, or as a guest, and gives the receipt. */
export async function reported(
  world: World,
  person: Person,
  more: Record<string, unknown> = {},
): Promise<Receipt> {
  const reply = await world.as(person).post('/api/reports', { ...garbage, ...more });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<Receipt>();
}
