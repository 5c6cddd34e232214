import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { csvLine } from '#platform/table/write.ts';
import { Random } from '../names/random.ts';
import { makeHouseholds, type Block, type Household } from './households.ts';
import { planted, type Planted, type Row } from './planted.ts';

const HEADER = [
  '序号',
  '姓名',
  '公民身份号码',
  '出生日期',
  '性别',
  '联系电话',
  '现住址',
  '人口类别',
  '与户主关系',
  '户号',
  '迁入日期',
];

export type Made = { readonly people: number; readonly homes: number; readonly planted: readonly Planted[] };
type Wish = {
  readonly count: number;
  readonly spoil: boolean;
  readonly gbk: boolean;
  readonly seed?: string;
  readonly townZh?: string;
  /** Gives everybody a number of their own, as a whole town has them; else a few thousand invented ones go round. */
  readonly ownPhones?: boolean;
};

/** Writes a table of people and one of their homes, as a department would hand them over; with errors in it when told so. */
export async function writeTables(
  blocks: readonly Block[],
  files: { readonly people: string; readonly homes: string },
  { count, spoil, gbk, seed = 'people-2026', townZh = '', ownPhones = false }: Wish,
): Promise<Made> {
  const random = new Random(seed);
  const homes: string[] = [csvLine(['房屋地址', '使用情况', '建筑面积'])];
  const seen = new Set<string>();
  const told: Planted[] = [];
  const rows = rowsOf(
    makeHouseholds(random.branch('households'), blocks, count),
    (household) => {
      const address = `${household.address}${household.door}`;
      if (seen.has(address)) return;
      seen.add(address);
      homes.push(csvLine([townZh + address, household.use, String(household.squareMetres)]));
    },
    townZh,
  );
  const reached = ownPhones ? withOwnPhones(rows) : rows;
  const written = spoil ? planted(random.branch('errors'), reached, told) : reached;
  let people = 0;
  const lines = (function* () {
    yield csvLine(HEADER);
    for (const row of written) yield csvLine([String((people += 1)), ...cellsOf(row)]);
  })();
  const encoding = gbk ? 'gb18030' : 'utf8';
  await pipeline(Readable.from(lines), iconv.encodeStream(encoding), createWriteStream(files.people));
  await pipeline(Readable.from(homes), iconv.encodeStream(encoding), createWriteStream(files.homes));
  return { people, homes: seen.size, planted: told };
}

const cellsOf = ({
  name,
  idNumber,
  birthDate,
  sex,
  phone,
  address,
  kind,
  relation,
  household,
  since,
}: Row) => [name, idNumber, birthDate, sex, phone, address, kind, relation, household, since];

/** Numbers that begin with 154, which no network has; the factor shares no divisor with how many there are. */
function* withOwnPhones(rows: Iterable<Row>): Generator<Row> {
  let n = 0;
  for (const row of rows) yield { ...row, phone: `154${String(((n += 1) * 48_271) % 1e8).padStart(8, '0')}` };
}

function* rowsOf(
  households: Iterable<Household>,
  met: (household: Household) => void,
  townZh: string,
): Generator<Row> {
  for (const household of households) {
    met(household);
    for (const { zh, idNumber, born, sex, phone, relation } of household.members)
      yield {
        name: zh,
        idNumber,
        birthDate: born,
        sex: sex === 'male' ? '男' : '女',
        phone,
        address: `${townZh}${household.address}${household.door}`,
        kind: household.kind,
        relation,
        household: household.no,
        since: '',
      };
  }
}
