import type { TestPerson } from '#test/people.ts';
import { idOf, startRegistry, type Registry } from './registry.fixture.ts';

const header = '姓名,身份证号,性别,手机号码,现住址,人口类别,与户主关系,户号,迁入日期';
const home = '听枫街道橹声路8号1幢2单元501室';

/** A family of four at one door, and the neighbour's child beside them. The clock of the world begins on 2026-11-23. */
export const family = {
  father: { name: '周正', number: idOf('1984-05-06', 11) },
  mother: { name: '吴兰', number: idOf('1986-07-08', 12) },
  /** Turns 14 and, four years later, 18 on the 24th of November. */
  elder: { name: '周小雨', number: idOf('2012-11-24', 13) },
  younger: { name: '周小禾', number: idOf('2018-02-03', 14) },
  neighbours: { name: '钱多多', number: idOf('2016-02-03', 15) },
} as const;

const csv = [
  header,
  `${family.father.name},${family.father.number},男,19900000011,${home},户籍人口,户主,H9,`,
  `${family.mother.name},${family.mother.number},女,19900000012,${home},户籍人口,妻子,H9,`,
  `${family.elder.name},${family.elder.number},女,,${home},户籍人口,女儿,H9,`,
  `${family.younger.name},${family.younger.number},男,,${home},户籍人口,儿子,H9,`,
  `${family.neighbours.name},${family.neighbours.number},男,,寒山新村3幢101,流动人口,儿子,H2,`,
  '',
].join('\n');

export type Family = {
  readonly registry: Registry;
  readonly father: TestPerson;
  readonly elder: TestPerson;
  idOf(who: keyof typeof family): Promise<string>;
};

/** A registry with a family whose father and elder daughter have proved who they are. */
export async function startFamily(): Promise<Family> {
  const registry = await startRegistry();
  await registry.bring('homes', '房屋地址,使用情况,建筑面积\n橹声路8号1幢2单元501室,自住,89.5\n');
  await registry.bring('people', csv);
  const { world, steward } = registry;
  const proved = async ({ name, number }: { name: string; number: string }) => {
    const person = await world.person('resident');
    const reply = await world.as(person).post('/api/me/real-name', { name, idNumber: number });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return person;
  };
  return {
    registry,
    father: await proved(family.father),
    elder: await proved(family.elder),
    idOf: async (who) => {
      const found = await world
        .as(steward)
        .post('/api/registry/people/search', { purpose: 'register', idNumber: family[who].number });
      return found.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
    },
  };
}
