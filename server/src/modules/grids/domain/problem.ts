import type { Position } from './geojson.ts';

export type ProblemKind =
  | 'coordinates_out_of_range'
  | 'ring_not_closed'
  | 'ring_too_short'
  | 'no_area'
  | 'self_intersection'
  | 'hole_outside'
  | 'parts_overlap'
  | 'winding'
  | 'duplicate_code'
  | 'overlap'
  | 'gap'
  | 'outside_parent'
  | 'shape_unusable'
  | 'unit_unknown'
  | 'unit_wrong_level'
  | 'parent_missing'
  | 'code_malformed'
  | 'code_not_under_parent'
  | 'properties_unusable';

/**
 * Something wrong with a boundary. `size` is in square metres, or a count for what has no area; `at` is a place
 * to look at (degrees). A `notice` is mended by the import itself, an `error` has to be mended by a person.
 */
export type Problem = {
  readonly unit: string;
  readonly other: string | null;
  readonly kind: ProblemKind;
  readonly severity: 'error' | 'notice';
  readonly size: number;
  readonly at: Position | null;
  readonly zh: string;
  readonly en: string;
};

export type Finding = { unit: string; other?: string; kind: ProblemKind; size: number; at?: Position };

/** A finding with its sentences; area in square metres to one decimal. */
export function problem(finding: Finding): Problem {
  const { unit, other = null, kind, at = null } = finding;
  const size = Math.round(finding.size * 10) / 10;
  const where = { zh: at ? `（${degrees(at)} 附近）` : '', en: at ? ` near ${degrees(at)}` : '' };
  const words = sentences[kind];
  const severity = kind === 'winding' ? 'notice' : 'error';
  const facts = { unit, other: other ?? '', size };
  return {
    unit,
    other,
    kind,
    severity,
    size,
    at,
    zh: words.zh(facts).replace('$', where.zh),
    en: words.en(facts).replace('$', where.en),
  };
}

function degrees([lng, lat]: Position): string {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}

type Facts = { unit: string; other: string; size: number };
type Words = { zh: (facts: Facts) => string; en: (facts: Facts) => string };

/** `$` stands for the place. */
const sentences: Record<ProblemKind, Words> = {
  coordinates_out_of_range: {
    zh: ({ unit, size }) => `${unit} 有 ${size} 个点的经纬度超出范围，请检查坐标是否颠倒或坐标系是否选错。`,
    en: ({ unit, size }) =>
      `${unit} has ${size} points off the Earth. Check that longitude and latitude are not swapped and that the coordinate system is right.`,
  },
  ring_not_closed: {
    zh: ({ unit }) => `${unit} 的边界没有闭合$，请让终点与起点相同。`,
    en: ({ unit }) => `The boundary of ${unit} is not closed$. End it where it begins.`,
  },
  ring_too_short: {
    zh: ({ unit, size }) => `${unit} 有一个环只有 ${size} 个点，闭合的环至少要四个点。`,
    en: ({ unit, size }) => `A ring of ${unit} has only ${size} points; a closed ring needs at least four.`,
  },
  no_area: {
    zh: ({ unit }) => `${unit} 的边界围不出面积$，请重新绘制。`,
    en: ({ unit }) => `The boundary of ${unit} encloses no area$. Draw it again.`,
  },
  self_intersection: {
    zh: ({ unit, size }) => `${unit} 的边界自相交 ${size} 处$，请调整交叉处的点。`,
    en: ({ unit, size }) => `The boundary of ${unit} crosses itself ${size} times$. Move the points there.`,
  },
  hole_outside: {
    zh: ({ unit }) => `${unit} 的一个空洞不在其外环之内$，请移入或删除。`,
    en: ({ unit }) => `A hole of ${unit} lies outside its outer ring or in another hole$. Move or delete it.`,
  },
  parts_overlap: {
    zh: ({ unit, size }) => `${unit} 的两块之间互相重叠 ${size} 平方米$，请合并或分开。`,
    en: ({ unit, size }) => `Two parts of ${unit} overlap by ${size} m²$. Join or separate them.`,
  },
  winding: {
    zh: ({ unit, size }) => `${unit} 有 ${size} 个环的方向与标准相反，导入时自动改正。`,
    en: ({ unit, size }) => `${size} rings of ${unit} run the wrong way round; the import turns them.`,
  },
  duplicate_code: {
    zh: ({ unit, size }) => `编码 ${unit} 出现了 ${size} 次，请给每个单位唯一的编码。`,
    en: ({ unit, size }) => `The code ${unit} occurs ${size} times. Give every unit its own.`,
  },
  overlap: {
    zh: ({ unit, other, size }) => `${unit} 与 ${other} 重叠 ${size} 平方米$，请确定归属后调整边界。`,
    en: ({ unit, other, size }) =>
      `${unit} and ${other} overlap by ${size} m²$. Decide whose it is and move the border.`,
  },
  gap: {
    zh: ({ unit, size }) => `${unit} 内有 ${size} 平方米没有划入任何单位$，请划给相邻单位。`,
    en: ({ unit, size }) => `${size} m² inside ${unit} belong to no unit$. Give them to a neighbour.`,
  },
  outside_parent: {
    zh: ({ unit, other, size }) => `${unit} 有 ${size} 平方米超出 ${other} 的范围$，请收回边界。`,
    en: ({ unit, other, size }) => `${size} m² of ${unit} lie outside ${other}$. Draw the border back.`,
  },
  shape_unusable: {
    zh: ({ unit, size }) =>
      `第 ${size} 个要素（${unit}）不是可用的边界，请提供 GeoJSON 的 Polygon 或 MultiPolygon。`,
    en: ({ unit, size }) =>
      `Feature ${size} (${unit}) is no usable boundary. Send a GeoJSON Polygon or MultiPolygon.`,
  },
  unit_unknown: {
    zh: ({ unit, size }) =>
      `第 ${size} 个要素的单位“${unit}”不在单位表中或已撤销，请先导入单位，或在属性 unit 中写对编号。`,
    en: ({ unit, size }) =>
      `The unit “${unit}” of feature ${size} is not in the register or is closed. Import the units first, or correct the property unit.`,
  },
  unit_wrong_level: {
    zh: ({ unit, size }) => `第 ${size} 个要素的单位 ${unit} 不属于所选层级，请核对层级或编号。`,
    en: ({ unit, size }) =>
      `The unit ${unit} of feature ${size} is not of the level chosen. Check the level or the key.`,
  },
  parent_missing: {
    zh: ({ unit, other }) =>
      `${unit} 的上级${other === '' ? '' : ` ${other} `}还没有边界，请先导入上一级的边界。`,
    en: ({ unit, other }) =>
      `The unit above ${unit}${other === '' ? '' : ` (${other})`} has no boundary yet. Import the level above first.`,
  },
  code_malformed: {
    zh: ({ unit, other }) => `${unit} 的编码 ${other} 格式不对：社区 12 位、网格 15 位，均为数字。`,
    en: ({ unit, other }) =>
      `The code ${other} of ${unit} is malformed: 12 digits for a community, 15 for a grid.`,
  },
  code_not_under_parent: {
    zh: ({ unit, other }) => `${unit} 的编码 ${other} 不以所属社区的编码开头，请核对编码或所属社区。`,
    en: ({ unit, other }) =>
      `The code ${other} of ${unit} does not begin with that of its community. Check the code or the community.`,
  },
  properties_unusable: {
    zh: ({ unit, size }) =>
      `第 ${size} 个要素（${unit}）的属性不可用：purpose 为 basic 或 exclusive，households 为非负整数。`,
    en: ({ unit, size }) =>
      `The properties of feature ${size} (${unit}) cannot be used: purpose is basic or exclusive, households a whole number from 0.`,
  },
};
