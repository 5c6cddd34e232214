import { unitKinds, type UnitKind, type UnitProblem, type UnitRow } from '@fengqiao/contract/units.ts';

/** One row of a table, heading → text, whether it came from CSV or a spreadsheet. */
export type Cells = Readonly<Record<string, string>>;

const headings: Record<string, string> = {
  代码: 'id',
  编号: 'id',
  code: 'id',
  类型: 'kind',
  上级: 'parent',
  上级代码: 'parent',
  名称: 'name_zh',
  单位名称: 'name_zh',
  英文名: 'name_en',
  英文名称: 'name_en',
  简称: 'short_zh',
  执法权: 'has_power',
  has_enforcement_power: 'has_power',
  职责: 'duties_zh',
  typical_duties_zh: 'duties_zh',
  统一编码: 'official_code',
  电话: 'phone',
  地址: 'address',
  上班: 'window_from',
  下班: 'window_to',
  仅工作日: 'window_workdays',
};

const yes = new Set(['1', 'y', 'yes', 'true', '是', '有']);
const time = /^([01]?\d|2[0-3]):[0-5]\d$/;

export type ReadTable = { readonly rows: readonly UnitRow[]; readonly problems: readonly UnitProblem[] };

/** Reads a table of units and says what is wrong with each row, counted from 1; `known` are the keys that exist already. */
export function readUnitTable(table: readonly Cells[], known: ReadonlySet<string>): ReadTable {
  const problems: UnitProblem[] = [];
  const rows: UnitRow[] = [];
  const seen = new Set<string>();
  const ids = new Set([...known, ...table.map(keyIn)]);
  table.forEach((cells, index) => {
    const said = problemsOf(named(cells), seen, ids);
    problems.push(...said.map((problem) => ({ row: index + 1, ...problem })));
    if (said.length === 0) rows.push(rowOf(named(cells)));
  });
  return { rows, problems };
}

function named(cells: Cells): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([heading, text]) => [
      headings[heading.trim()] ?? heading.trim().toLowerCase(),
      text.trim(),
    ]),
  );
}

/** The key a row is about, as it stands there. */
export const keyIn = (cells: Cells): string => named(cells)['id'] ?? '';

type Said = Omit<UnitProblem, 'row'>;

function problemsOf(cell: Record<string, string>, seen: Set<string>, ids: ReadonlySet<string>): Said[] {
  const {
    id = '',
    kind = '',
    parent = '',
    name_zh: name = '',
    window_from: from = '',
    window_to: to = '',
  } = cell;
  const said: Said[] = [];
  const when = (wrong: boolean, zh: string, en: string) => void (wrong && said.push({ zh, en }));
  when(
    !/^[a-z][a-z0-9_-]{0,39}$/.test(id),
    '代码应以小写字母开头，只含小写字母、数字、_、-，最长 40 位',
    'the code begins with a small letter and has only small letters, digits, _ and -, 40 at most',
  );
  when(seen.has(id), '代码重复，请保留一行', 'the code appears twice; keep one row');
  seen.add(id);
  when(
    !(kind in unitKinds),
    `类型应为：${Object.keys(unitKinds).join('、')}`,
    `the kind is one of ${Object.keys(unitKinds).join(', ')}`,
  );
  when(
    name === '' || name.length > 60,
    '名称必填，最长 60 字',
    'a Chinese name is needed, 60 characters at most',
  );
  when(
    parent !== '' && !ids.has(parent),
    '上级单位既不在表中也不在系统中',
    'the unit above is neither in the table nor known',
  );
  when(parent === id && id !== '', '上级不能是自己', 'a unit cannot be above itself');
  when(parent === '' && kind !== 'street', '只有街道可以没有上级', 'only the subdistrict has no unit above');
  when(
    [from, to].some((text) => text !== '' && !time.test(text)),
    '时间格式应为 08:30',
    'times look like 08:30',
  );
  return said;
}

function rowOf(cell: Record<string, string>): UnitRow {
  const name = cell['name_zh'] ?? '';
  const clock = (text: string | undefined, usual: string) =>
    text === undefined || text === '' ? usual : text.padStart(5, '0');
  return {
    id: cell['id'] ?? '',
    kind: kindOf(cell['kind'] ?? ''),
    parent: cell['parent'] || null,
    name: { zh: name, en: cell['name_en'] || name },
    shortZh: (cell['short_zh'] || name).slice(0, 20),
    hasPower: yes.has((cell['has_power'] ?? '').toLowerCase()),
    dutiesZh: (cell['duties_zh'] ?? '').slice(0, 500),
    officialCode: cell['official_code'] || null,
    phone: cell['phone'] || null,
    address: cell['address']?.slice(0, 100) || null,
    window: {
      from: clock(cell['window_from'], '08:30'),
      to: clock(cell['window_to'], '17:30'),
      workdaysOnly: yes.has((cell['window_workdays'] ?? '').toLowerCase()),
    },
  };
}

function kindOf(text: string): UnitKind {
  const found = Object.keys(unitKinds).find((kind): kind is UnitKind => kind === text);
  return found ?? 'internal';
}

/** Rows with every parent before what is below it; rows that lie in a loop are told apart. */
export function parentsFirst(
  rows: readonly UnitRow[],
  known: ReadonlySet<string>,
): { ordered: UnitRow[]; looping: UnitRow[] } {
  const inTable = new Set(rows.map(({ id }) => id));
  const placed = new Set<string>([...known].filter((id) => !inTable.has(id)));
  const ordered: UnitRow[] = [];
  let left = [...rows];
  for (;;) {
    const ready = left.filter(({ parent }) => parent === null || placed.has(parent));
    if (ready.length === 0) return { ordered, looping: left };
    for (const row of ready) placed.add(row.id);
    ordered.push(...ready);
    left = left.filter(({ id }) => !placed.has(id));
  }
}
