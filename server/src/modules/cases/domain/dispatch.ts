import type { Basis } from '@fengqiao/contract/cases/words.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { refuse } from '#platform/refusal.ts';
import { whyNotHelp, whyNotLead, type Units } from './duty.ts';
import { fitOf, unitAt, type Fit, type ListRow, type ResponsibilityList, type Spot } from './list.ts';

/** What has to be given to somebody. `without` are units whose return of it was approved: they are not asked again. */
export type Matter = Spot & { readonly type: string; readonly without?: readonly string[] };

export type Alternative = {
  readonly rowKey: string;
  readonly lead: string;
  readonly whyZh: string;
  readonly whyEn: string;
};

/** Who answers for a matter and why; the reason is part of the answer and is stored with the dispatch. */
export type Decision = {
  readonly basis: Basis;
  readonly row: ListRow | null;
  readonly version: number;
  /** The level-1 unit; a proposal unless the basis is statutory. */
  readonly lead: string | null;
  readonly co: readonly string[];
  readonly whyZh: string;
  readonly whyEn: string;
  /** The rows of the type that were not taken, each with the reason. */
  readonly alternatives: readonly Alternative[];
};

type Weighed = {
  readonly row: ListRow;
  readonly fit: Fit;
  readonly lead: string | null;
  readonly against: Why | null;
};
type Why = { readonly zh: string; readonly en: string };

/**
 * Who answers for a matter 分拨: statutory when exactly one row of the list fits, negotiated when several do or the row says
 * so, designated when none does or the row leaves it to a leader (三原则: 法定、商定、指定).
 */
export function decide(list: ResponsibilityList, units: Units, matter: Matter): Decision {
  const weighed = (list.byType.get(matter.type) ?? []).map((row) => weigh(row, units, matter));
  const able = weighed.filter((one) => one.against === null);
  const [only, ...more] = able;
  const answer = (one: Weighed | null, basis: Basis, why: Why) =>
    decisionOf({ list, units, matter, weighed }, one, basis, why);
  if (only === undefined) return answer(null, 'designated', whyNobody(weighed.length, matter.type));
  if (more.length > 0) return answer(only, 'negotiated', whySeveral(able));
  return answer(only, only.row.basis, whyOne(only.row, list.version));
}

/**
 * The row a dispatcher cites. It must belong to the type and hold there, as far as the place is known; where only the missing
 * kind of place left it open, the citation settles it. Refuses what the list does not give to one unit.
 */
export function cite(list: ResponsibilityList, units: Units, matter: Matter, rowKey: string): Decision {
  const rows = list.byType.get(matter.type) ?? [];
  const row = list.byKey.get(rowKey);
  if (row === undefined || row.type !== matter.type)
    refuse('cases.row_does_not_fit', { rowKey, type: matter.type });
  const weighed = rows.map((other) => weigh(other, units, matter));
  const cited = weighed.find((one) => one.row === row);
  if (cited === undefined || cited.fit === 'no')
    refuse('cases.row_does_not_fit', { rowKey, ...cited?.against });
  mustHold(cited, units);
  const rivals = weighed.filter((one) => one !== cited && one.against === null && one.fit === 'yes');
  if (rivals.length > 0 || row.basis === 'negotiated')
    refuse('cases.several_rows_fit', { rowKeys: [rowKey, ...rivals.map((one) => one.row.rowKey)] });
  if (row.basis === 'designated') refuse('cases.no_row_fits', { rowKey });
  return decisionOf({ list, units, matter, weighed }, cited, 'statutory', whyOne(row, list.version));
}

/** Refuses a cited row whose lead guard 4 forbids, is not there, or has returned the case with approval. */
function mustHold({ row, lead, against }: Weighed, units: Units): void {
  const kind = lead === null ? undefined : units.get(lead);
  if (kind === undefined) refuse('cases.unknown_unit', { unit: lead ?? row.lead });
  const code = whyNotLead(row, kind);
  if (code !== null) refuse(code, { rowKey: row.rowKey, unit: lead });
  if (against !== null) refuse('cases.row_does_not_fit', { rowKey: row.rowKey, ...against });
}

function weigh(row: ListRow, units: Units, matter: Matter): Weighed {
  const fit = fitOf(row, matter);
  const lead = unitAt(row.lead, matter.community);
  return { row, fit, lead, against: fit === 'no' ? notThere : whyAgainst(row, lead, units, matter) };
}

const notThere: Why = {
  zh: '条目的地点、社区或时段条件不符',
  en: 'its place, community or hours do not match',
};
const noCommunity: Why = { zh: '所在社区未知', en: 'the community of the place is not known' };

function whyAgainst(row: ListRow, lead: string | null, units: Units, { without = [] }: Matter): Why | null {
  if (lead === null) return noCommunity;
  const kind = units.get(lead);
  if (kind === undefined)
    return { zh: `单位 ${lead} 不存在或已停用`, en: `unit ${lead} does not exist any more` };
  const code = whyNotLead(row, kind);
  if (code !== null) return { zh: refusals[code].zh, en: refusals[code].en };
  return without.includes(lead)
    ? { zh: '该单位退单已获准', en: 'its return of this case was approved' }
    : null;
}

type Asked = {
  readonly list: ResponsibilityList;
  readonly units: Units;
  readonly matter: Matter;
  readonly weighed: readonly Weighed[];
};

function decisionOf(
  { list, units, matter, weighed }: Asked,
  taken: Weighed | null,
  basis: Basis,
  why: Why,
): Decision {
  return {
    basis,
    row: taken?.row ?? null,
    version: list.version,
    lead: taken?.lead ?? null,
    co: taken === null ? [] : coOf(taken, units, matter.community),
    whyZh: why.zh,
    whyEn: why.en,
    alternatives: weighed.filter((one) => one !== taken).map(alternativeOf),
  };
}

/** The co-handlers of a row that are there, differ from the lead and may help. */
function coOf({ row, lead }: Weighed, units: Units, community: string | null): string[] {
  const found = row.co.flatMap((word) => unitAt(word, community) ?? []);
  return [...new Set(found)].filter((unit) => {
    if (unit === lead) return false;
    const kind = units.get(unit);
    return kind !== undefined && whyNotHelp(row.duty, kind) === null;
  });
}

const alternativeOf = ({ row, lead, fit, against }: Weighed): Alternative => ({
  rowKey: row.rowKey,
  lead: lead ?? row.lead,
  whyZh: against?.zh ?? (fit === 'unknown' ? '地点类型未知，可能适用' : '同样适用'),
  whyEn: against?.en ?? (fit === 'unknown' ? 'may fit; the kind of place is not known' : 'fits as well'),
});

function whyOne(row: ListRow, version: number): Why {
  const cited = `责任清单第 ${version} 版 ${row.rowKey}`;
  if (row.basis === 'negotiated')
    return { zh: `${cited} 规定须商定`, en: `Row ${row.rowKey} of list ${version} asks for a consultation` };
  if (row.basis === 'designated')
    return {
      zh: `${cited} 规定由领导指定`,
      en: `Row ${row.rowKey} of list ${version} leaves it to a leader`,
    };
  return {
    zh: `依据${cited}，仅此一条适用`,
    en: `Row ${row.rowKey} of list ${version} is the only one that fits`,
  };
}

function whySeveral(able: readonly Weighed[]): Why {
  const keys = able.map((one) => one.row.rowKey).join('、');
  return able.every((one) => one.fit === 'unknown')
    ? {
        zh: `地点类型未知，${keys} 都可能适用：请引用其中一条或发起商定`,
        en: `The kind of place is not known and ${keys} may fit: cite one of them or consult`,
      }
    : { zh: `${keys} 同时适用，须商定`, en: `${keys} fit at once, so the units are consulted` };
}

const whyNobody = (rows: number, type: string): Why =>
  rows === 0
    ? { zh: `责任清单没有类别 ${type} 的条目`, en: `The list has no row for type ${type}` }
    : {
        zh: `类别 ${type} 的条目在此地点、时间均不适用`,
        en: `No row of type ${type} fits this place and time`,
      };
