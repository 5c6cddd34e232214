import type { Both } from '@fengqiao/contract/both.ts';
import type { ExportField } from '@fengqiao/contract/exports.ts';
import { allUnits } from '#modules/identity';
import type { Work } from '#platform/work.ts';
import type { Column } from '../../domain/export.ts';

export const named = (fields: Readonly<Record<string, ExportField>>): Column[] =>
  Object.entries(fields).map(([name, field]) => ({ name, ...field }));

type Words = Readonly<Record<string, Readonly<Record<string, Both>>>>;

const labels: Readonly<Record<string, Both>> = {
  desk: { zh: '工作台', en: 'Desk' },
  state: { zh: '状态', en: 'State' },
  type: { zh: '类别', en: 'Type' },
  grade: { zh: '等级', en: 'Grade' },
  class: { zh: '分类', en: 'Class' },
  channel: { zh: '渠道', en: 'Channel' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  lead: { zh: '主办', en: 'Lead' },
  late: { zh: '超期', en: 'Late' },
  part: { zh: '统计口径', en: 'Counted as' },
  since: { zh: '自', en: 'Since' },
  until: { zh: '至', en: 'Until' },
  q: { zh: '含文字', en: 'With the words' },
  area: { zh: '地图所画范围', en: 'Area drawn on the map' },
  openOn: { zh: '当日未办结', en: 'Open at the end of' },
  kind: { zh: '类别', en: 'Kind' },
  use: { zh: '使用情况', en: 'Use' },
  building: { zh: '楼栋', en: 'Building' },
};
const unitsIn: ReadonlySet<string> = new Set(['community', 'grid', 'lead']);

/** The filters of a list in words; how it is sorted narrows nothing. */
export async function filtersTold(
  work: Work,
  filters: Readonly<Record<string, string | boolean | undefined>>,
  words: Words = {},
): Promise<Both[]> {
  const units = new Map((await allUnits(work)).map(({ id, name }) => [id, name]));
  return Object.entries(filters).flatMap(([name, value]): Both[] => {
    const label = labels[name];
    if (label === undefined || value === undefined) return [];
    const text = String(value);
    const said = (unitsIn.has(name) ? units.get(text) : words[name]?.[text]) ?? { zh: text, en: text };
    return [{ zh: `${label.zh}：${said.zh}`, en: `${label.en}: ${said.en}` }];
  });
}
