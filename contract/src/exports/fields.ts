import type { Both } from '../both.ts';
import { gradedFields, type GradedField } from '../grades.ts';
import { personFields } from '../registry/people.ts';
import { keysOf } from '../shapes.ts';
import type { ExportSource } from './words.ts';

/** A column that may be asked for: its words, its grade, and which fact of a person it shows, if any. */
export type ExportField = Both & { readonly grade: number; readonly shows?: GradedField };
type Fields = Readonly<Record<string, ExportField>>;

const inside = (zh: string, en: string): ExportField => ({ zh, en, grade: 1 });
const about = (shows: GradedField, zh: string, en: string): ExportField => ({
  zh,
  en,
  grade: gradedFields[shows].grade,
  shows,
});

/** What somebody said and where it is may tell who said it, so they count as a fact about those who reported. */
const cases: Fields = {
  no: inside('编号', 'Number'),
  state: inside('状态', 'State'),
  type: inside('类别', 'Type'),
  caseGrade: inside('等级', 'Grade'),
  channel: inside('来源渠道', 'Channel'),
  community: inside('社区', 'Community'),
  grid: inside('网格', 'Grid'),
  lead: inside('主办单位', 'Lead'),
  round: inside('轮次', 'Round'),
  reports: inside('诉求数', 'Reports'),
  reportedAt: inside('反映时间', 'Reported'),
  dueAt: inside('时限', 'Due'),
  lateSince: inside('超期自', 'Late since'),
  outcome: inside('办理结果', 'Outcome'),
  title: about('report', '标题', 'Title'),
  address: about('report', '地点', 'Place'),
};

const people: Fields = {
  ...Object.fromEntries(
    keysOf(personFields).map((name) => [name, about(name, personFields[name].zh, personFields[name].en)]),
  ),
  kind: inside('人口类别', 'Kind'),
  community: inside('社区', 'Community'),
  grid: inside('网格', 'Grid'),
};

const homes: Fields = {
  building: inside('楼栋地址', 'Building'),
  door: inside('门牌', 'Door'),
  use: inside('使用情况', 'Use'),
  squareMetres: inside('建筑面积', 'Square metres'),
  rooms: inside('间数', 'Rooms'),
  people: inside('居住人数', 'People'),
  community: inside('社区', 'Community'),
  grid: inside('网格', 'Grid'),
};

const organizations: Fields = {
  organization: inside('单位名称', 'Organization'),
  creditCode: inside('统一社会信用代码', 'Credit code'),
  kind: inside('类别', 'Kind'),
  trade: inside('行业', 'Trade'),
  staff: inside('从业人数', 'Staff'),
  seat: inside('地址', 'Address'),
  community: inside('社区', 'Community'),
  grid: inside('网格', 'Grid'),
  name: about('name', '负责人', 'Responsible person'),
  phone: about('phone', '负责人电话', 'Their phone'),
};

/** The columns of each source; those of a shared resource are what was granted. */
export const exportFields: Readonly<Record<Exclude<ExportSource, 'resource'>, Fields>> = {
  cases,
  people,
  homes,
  organizations,
};
