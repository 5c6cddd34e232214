import { careKinds, careKindsOf } from '@fengqiao/contract/care.ts';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { cycles, type Cycle, type ShareType } from '@fengqiao/contract/catalogue/words.ts';
import { creditCheckSign, makeCreditCode } from '../names/identifiers.ts';
import { Random } from '../names/random.ts';
import beside from './beside.json' with { type: 'json' };
import community from './community.json' with { type: 'json' };
import type { Numbers } from './assessments.ts';
import { shapes, type Shape, type ShapeName } from './shapes.ts';
import street from './street.json' with { type: 'json' };

/** A unit of the street that answers for data, as the catalogue names it. */
export type Provider = {
  readonly id: string;
  readonly kind: string;
  readonly shortZh: string;
  readonly name: { readonly zh: string; readonly en: string };
};
export type Made = { readonly provider: string; readonly content: ResourceContent };

const own: Readonly<Record<string, readonly string[]>> = { ...street, ...beside };

/** What every unit of the demo street enters in the catalogue: invented ledgers under names such ledgers have. */
export const resourcesOf = (units: readonly Provider[], numbers: Numbers): Made[] =>
  units.flatMap((unit) =>
    (unit.kind === 'community' ? community : (own[unit.id] ?? [])).map((line) => ({
      provider: unit.id,
      content: contentOf(unit, line, numbers),
    })),
  );

/** One line: name in both languages, kind of ledger, cycle, and the letter of its sharing. */
function contentOf(unit: Provider, line: string, numbers: Numbers): ResourceContent {
  const [zh = '', en = '', shapeName = '', cycleName = '', letter = ''] = line.split('|');
  if (!isShape(shapeName) || !isCycle(cycleName)) throw new Error(`the catalogue cannot read: ${line}`);
  const shape: Shape = shapes[shapeName];
  const grade = Math.max(...shape.items.map((item) => item.grade));
  const local = unit.kind === 'community';
  return {
    name: local ? { zh: `${unit.shortZh}${zh}`, en: `${unit.name.en}: ${en}` } : { zh, en },
    summary: {
      zh: `${unit.shortZh}在履行职责中形成的${zh}，${cycles[cycleName].zh}更新。`,
      en: `${en}, kept by ${unit.name.en} in the course of its duties; updates: ${cycles[cycleName].en.toLowerCase()}.`,
    },
    base: shape.base,
    category: [local ? '社区' : '部门', unit.shortZh, shape.zh],
    source: unit.id,
    providerCode: codeOf(unit.id),
    items: [...shape.items],
    format: shape.format,
    cycle: cycleName,
    useConditions: '限于申请的用途，不得提供给第三方',
    ...rulesOf(shape),
    secrecyReview: '经审查不涉及国家秘密',
    ...sharingOf(unit.id, letter, grade),
    ...(grade >= PERSONAL ? { assessmentNo: assessedAs(numbers, shapeName), keptMonths: 36 } : {}),
  };
}

/** A social credit code such as public bodies have, of none that exists: the area code is 000000. */
function codeOf(unit: string): string {
  const first17 = `11${makeCreditCode(new Random(`code ${unit}`)).slice(2, 17)}`;
  return first17 + creditCheckSign(first17);
}

/** What the data of a ledger has to keep to, where its fields can be checked. */
function rulesOf({ items }: Shape): Pick<ResourceContent, 'qualityRules'> {
  const checked = [
    ['idNumber', '证件号码校验位正确'],
    ['creditCode', '统一社会信用代码校验位正确'],
  ] as const;
  const rules = checked
    .filter(([field]) => items.some(({ name }) => name === field))
    .map(([, rule]) => ({ aspect: 'accurate' as const, rule }));
  return rules.length === 0
    ? {}
    : { qualityRules: [...rules, { aspect: 'complete' as const, rule: '必填项不得为空' }] };
}

const PERSONAL = 2;
const shareLetters: Readonly<Record<string, ShareType>> = { c: 'conditional', n: 'none' };

/** `u` shared, `o` shared and open, `c` under conditions, `n` not shared; whatever is about people has conditions at least. */
function sharingOf(
  unit: string,
  letter: string,
  grade: number,
): Pick<
  ResourceContent,
  'shareType' | 'shareBasis' | 'shareScope' | 'methods' | 'classification' | 'openType'
> {
  const personal = grade >= PERSONAL;
  const shareType = shareLetters[letter] ?? (personal ? 'conditional' : 'unconditional');
  return {
    shareType,
    ...(shareType === 'none' ? { shareBasis: basisOf(unit, grade) } : {}),
    ...(shareType === 'conditional'
      ? { shareScope: '街道各部门、社区履行法定职责所需，按最小必要申请数据项' }
      : {}),
    // Ledgers of units lie with them: they promise no interface of this platform.
    methods: shareType === 'unconditional' ? ['batch', 'file'] : ['batch'],
    classification:
      grade >= 3 ? 'general_4' : grade === 2 ? 'general_3' : grade === 1 ? 'general_2' : 'general_1',
    openType: letter === 'o' && !personal ? 'open' : 'none',
  };
}

function assessedAs(numbers: Numbers, shape: ShapeName): string {
  const no = numbers.get(shape);
  if (no === undefined) throw new Error(`nobody assessed ledgers of the kind ${shape}`);
  return no;
}

const SPECIAL = 4;

/** Special care stands in the catalogue by its existence alone, with the laws that bind its keeper. */
function basisOf(unit: string, grade: number): string {
  const own = careKindsOf(unit).map((kind) => careKinds[kind].basis.zh);
  return grade >= SPECIAL && own.length > 0
    ? ['《中华人民共和国个人信息保护法》第二十八条', ...own].join('；')
    : '《中华人民共和国个人信息保护法》第二十八条、《中华人民共和国保守国家秘密法》第十三条相关规定';
}

const isShape = (name: string): name is ShapeName => Object.hasOwn(shapes, name);
const isCycle = (name: string): name is Cycle => Object.hasOwn(cycles, name);
