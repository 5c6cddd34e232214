import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import type { RegistryImportDetail } from '@fengqiao/contract/registry/imports.ts';
import { COOKIE } from '#platform/http.ts';
import { layHomes, laySquares } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { checkSignOf } from '@fengqiao/contract/identity-number.ts';

export type Registry = {
  readonly world: World;
  readonly steward: TestPerson;
  readonly worker: TestPerson;
  readonly neighbour: TestPerson;
  readonly community: TestPerson;
  /** Uploads a table and lets it be checked; applies it unless told not to. */
  bring(
    kind: ImportKind,
    csv: string | Buffer,
    options?: { apply?: boolean; asOf?: string; reason?: string },
  ): Promise<RegistryImportDetail>;
  upload(csv: string | Buffer): Promise<string>;
};

/** A number of nobody: area 000000. */
export function idOf(born: string, order: number): string {
  const first17 = `000000${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + checkSignOf(first17);
}

/** The small street with a building in two grids, a steward, and workers of the ground. */
export async function startRegistry(): Promise<Registry> {
  const world = await startWorld();
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    await layHomes(work, 'c01-g02');
  });
  const steward = await world.person('steward');
  const [worker, neighbour, community] = [
    await world.person('grid_worker', 'c01-g01'),
    await world.person('grid_worker', 'c02-g01'),
    await world.person('community', 'c01'),
  ];
  const upload = async (csv: string | Buffer) => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/registry/tables',
      payload: Buffer.from(csv),
      headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('人口.csv') },
      cookies: { [COOKIE]: steward.token },
    });
    return reply.json<{ id: string }>().id;
  };
  return {
    world,
    steward,
    worker,
    neighbour,
    community,
    upload,
    bring: async (kind, csv, { apply = true, asOf = '2026-11-01', reason } = {}) => {
      const file = await upload(csv);
      const header = (typeof csv === 'string' ? csv : '').split('\n', 1)[0]?.trim().split(',') ?? [];
      const started = await world.as(steward).post('/api/registry/imports', {
        kind,
        file,
        mapping: { fields: guessFields(kind, header) },
        source: '公安户籍',
        asOf,
        unit: 'centre',
      });
      if (started.statusCode !== 200) throw new Error(started.body);
      const { id } = started.json<{ id: string }>();
      await world.settle();
      if (apply) {
        const applied = await world.as(steward).post(`/api/registry/imports/${id}/application`, { reason });
        if (applied.statusCode !== 200) throw new Error(applied.body);
        await world.settle();
      }
      return (await world.as(steward).get(`/api/registry/imports/${id}`)).json<RegistryImportDetail>();
    },
  };
}

const header = '姓名,身份证号,性别,手机号码,现住址,人口类别,与户主关系,户号,迁入日期';

export const people = {
  zhang: {
    name: '张三丰',
    number: idOf('1970-05-06', 1),
    phone: '19900000001',
    address: '橹声路8号1幢2单元501室',
  },
  li: {
    name: '李小梅',
    number: idOf('1972-08-09', 2),
    phone: '19900000002',
    address: '橹声路8号1幢2单元501室',
  },
  wang: { name: '王建国', number: idOf('1985-01-02', 3), phone: '19900000003', address: '寒山新村3幢101' },
  zhao: { name: '赵敏', number: idOf('1990-11-12', 4), phone: '19900000004', address: '橹声路9号1幢301室' },
} as const;

export const peopleCsv = [
  header,
  `${people.zhang.name},${people.zhang.number},男,${people.zhang.phone},听枫街道${people.zhang.address},户籍人口,户主,H1,2001-02-03`,
  `${people.li.name},${people.li.number},女,${people.li.phone},听枫街道${people.li.address},户籍人口,妻子,H1,`,
  `${people.wang.name},${people.wang.number},男,${people.wang.phone},${people.wang.address},流动人口,户主,H2,`,
  `${people.zhao.name},${people.zhao.number},女,${people.zhao.phone},${people.zhao.address},常住人口,户主,H3,`,
  '',
].join('\n');

export const homesCsv = [
  '房屋地址,使用情况,建筑面积,不动产单元代码,产权人证件号码',
  `橹声路8号1幢2单元501室,自住,89.5,320505003001GB00001F00010001,${people.zhang.number}`,
  '寒山新村3幢101室,出租,45,,',
  '',
].join('\n');
