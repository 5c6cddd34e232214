import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guessFields, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { raiseToRealName } from '#modules/identity';
import { applyRegistryImport, beginImport, goOnApplying, goOnChecking } from '#modules/registry';
import type { Platform } from '#platform/serve.ts';
import { csvLine } from '#platform/table/write.ts';
import { inspectTable, openTable } from '#platform/table/reader.ts';
import { withWork, type Work } from '#platform/work.ts';
import { makeEnterprise, type Trade } from '../names/enterprises.ts';
import { makeIdNumber } from '../names/identifiers.ts';
import { makePerson } from '../names/people.ts';
import { Random } from '../names/random.ts';
import type { Block } from './households.ts';
import { writeTables } from './tables.ts';

type Size = { readonly people: number; readonly organizations: number; readonly proved: number };
const DEMO: Size = { people: 8000, organizations: 600, proved: 40 };

/** Peoples the registry of the demo street by the import's own acts; a part of its residents have proved who they are. */
export async function settleRegistry(
  platform: Platform,
  street: string,
  size: Size = DEMO,
): Promise<readonly Resident[]> {
  const enter = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const folder = await mkdtemp(join(tmpdir(), 'fengqiao-people-'));
  const at = (name: string) => join(folder, name);
  try {
    const blocks = await enter(blocksOf);
    const dwellings = blocks.filter(({ households }) => households > 0);
    await writeTables(
      dwellings,
      { people: at('people.csv'), homes: at('homes.csv') },
      { count: size.people, spoil: false, gbk: false },
    );
    const residents = await enter((work) => residentsOf(work, size.proved));
    const doors = residents.map((_, i) => doorAt(dwellings, i));
    await writeFile(at('residents.csv'), tableOfResidents(residents, doors));
    await writeFile(at('doors.csv'), tableOfDoors(doors));
    await writeFile(at('addresses.csv'), await tableOfAddresses(at('homes.csv'), doors));
    await writeFile(at('organizations.csv'), tableOfOrganizations(blocks, size.organizations));
    const bring = (kind: ImportKind, name: string, source: string) =>
      bringIn({ platform, street, enter }, { kind, path: at(name), source });
    await bring('addresses', 'addresses.csv', '公安标准地址');
    await bring('homes', 'homes.csv', '不动产登记');
    await bring('homes', 'doors.csv', '网格入户');
    await bring('people', 'people.csv', '公安户籍');
    await bring('people', 'residents.csv', '网格入户');
    await bring('organizations', 'organizations.csv', '市场监管');
    await enter((work) => joinResidents(work, residents));
    return residents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The buildings of a street as homes and organizations are laid into them. */
export async function blocksOf({ db, street }: Work): Promise<Block[]> {
  const rows = await db
    .selectFrom('grids.building')
    .select(['id', 'address', 'floors', 'households'])
    .where('street', '=', street)
    .orderBy('id')
    .execute();
  return rows.map(({ id, address, floors, households }) => ({
    id,
    address,
    floors: floors ?? 1,
    households: households ?? 0,
  }));
}

type Around = {
  readonly platform: Platform;
  readonly street: string;
  readonly enter: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
};

async function bringIn(
  { platform, street, enter }: Around,
  { kind, path, source }: { kind: ImportKind; path: string; source: string },
): Promise<void> {
  const file = await inspectTable(path);
  const { header } = await openTable(file);
  const asOf = platform.clock().toISOString().slice(0, 10);
  const id = await enter((work) =>
    beginImport(work, file, {
      kind,
      mapping: { fields: guessFields(kind, header) },
      source,
      asOf,
      unit: 'centre',
      file: null,
      fileName: `${source}.csv`,
    }),
  );
  await goOnChecking(platform, street, { id, file });
  await enter((work) => applyRegistryImport(work, id, '示范数据'));
  await goOnApplying(platform, street, { id });
}

export type Resident = {
  readonly account: string;
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
};

/** The first residents of the street with an account, each given a number of nobody. */
async function residentsOf({ db, street, vault }: Work, most: number): Promise<Resident[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['id', 'name_enc', 'phone_enc'])
    .where('street', '=', street)
    .where('kind', '=', 'resident')
    .where('name_enc', 'is not', null)
    .orderBy('id')
    .limit(most)
    .execute();
  const random = new Random('residents-2026');
  return rows.flatMap(({ id, name_enc: name, phone_enc: phone }, i) =>
    name === null || phone === null
      ? []
      : [
          {
            account: id,
            name: vault.open(name, { table: 'identity.account', column: 'name_enc', row: id }),
            phone: vault.open(phone, { table: 'identity.account', column: 'phone_enc', row: id }),
            idNumber: makeIdNumber(
              random,
              `${1984 - (i % 45)}-0${1 + (i % 9)}-1${i % 10}`,
              i % 2 === 0 ? 'male' : 'female',
            ),
          },
        ],
  );
}

const doorAt = (blocks: readonly Block[], i: number): string =>
  `${blocks[(i * 7) % blocks.length]?.address ?? ''}1单元${201 + (i % 2)}室`;

const tableOfDoors = (doors: readonly string[]): string =>
  [csvLine(['房屋地址', '使用情况']), ...[...new Set(doors)].map((door) => csvLine([door, '自住']))].join('');

/** The doors of all homes, as the address book has them, under codes of nowhere. */
async function tableOfAddresses(homes: string, doors: readonly string[]): Promise<string> {
  const [, ...lines] = (await readFile(homes, 'utf8')).trim().split(/\r?\n/);
  const found = new Set([...lines.map((line) => line.split(',', 1)[0] ?? ''), ...doors]);
  const rows = [...found].map((one, i) => csvLine([one, `000000${String(i + 1).padStart(9, '0')}`]));
  return [csvLine(['标准地址', '公安地址编码']), ...rows].join('');
}

/** Every fourth of them has two children at home, one below 14 and one above. */
function tableOfResidents(residents: readonly Resident[], doors: readonly string[]): string {
  const random = new Random('residents-children-2026');
  const rows = residents.flatMap(({ name, idNumber, phone }, i) => {
    const household = `R${String(i + 1).padStart(4, '0')}`;
    const rest = [doors[i] ?? '', '常住人口'];
    const children = i % 4 === 0 ? [2011, 2018] : [];
    return [
      csvLine([name, idNumber, phone, ...rest, household, '户主']),
      ...children.map((born) => {
        const child = makePerson(random, { surname: name.charAt(0), bornFrom: born, bornTo: born });
        return csvLine([child.zh, child.idNumber, '', ...rest, household, '子女']);
      }),
    ];
  });
  return [
    csvLine(['姓名', '公民身份号码', '联系电话', '现住址', '人口类别', '户号', '与户主关系']),
    ...rows,
  ].join('');
}

const forms = { 有限公司: '企业', 合作社: '集体经济组织' } as const;

/** As the market register calls them. */
const trades: Readonly<Record<Trade, string>> = {
  manufacture: '制造业',
  technology: '信息技术服务业',
  retail: '零售业',
  catering: '餐饮业',
  logistics: '物流业',
  property: '物业管理业',
  care: '养老服务业',
  repair: '修理业',
};

function tableOfOrganizations(blocks: readonly Block[], count: number): string {
  const random = new Random('organizations-2026');
  const rows = Array.from({ length: count }, (_, i) => {
    const { zh, creditCode, phone, contact, trade } = makeEnterprise(random);
    const kind = Object.entries(forms).find(([ending]) => zh.endsWith(ending))?.[1] ?? '个体工商户';
    return csvLine([
      zh,
      creditCode,
      kind,
      blocks[(i * 13) % blocks.length]?.address ?? '',
      trades[trade],
      String(random.int(1, 60)),
      contact,
      phone,
    ]);
  });
  return [
    csvLine([
      '单位名称',
      '统一社会信用代码',
      '单位类别',
      '经营地址',
      '行业',
      '从业人数',
      '负责人',
      '联系电话',
    ]),
    ...rows,
  ].join('');
}

/** Joins accounts to the people they are, as the verification of a real name does. */
async function joinResidents(work: Work, residents: readonly Resident[]): Promise<void> {
  for (const { account, idNumber } of residents) {
    const index = work.vault.index(idNumber, 'id-number');
    const person = await work.db
      .selectFrom('registry.person')
      .select('id')
      .where('street', '=', work.street)
      .where('id_index', '=', index)
      .executeTakeFirst();
    if (person !== undefined) await raiseToRealName(work, account, person.id);
  }
}
