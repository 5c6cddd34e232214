import type { TimeUnit } from '#platform/calendar/pace.ts';

/** What a line of an explained deadline is about. */
export type LineKind =
  | 'first_day'
  | 'running'
  | 'paused'
  | 'extended'
  | 'last_day'
  | 'remaining'
  | 'unused'
  | 'late';

type Said = {
  readonly kind: LineKind;
  readonly unit: TimeUnit;
  readonly units: number;
  readonly daysOff: number;
};

/** The sentence of a line, without the times and names that stand beside it. */
export function lineWords({ kind, unit, units, daysOff }: Said): { zh: string; en: string } {
  const zh = `${units} ${unitWords[unit].zh}`;
  const en = counted(units, unitWords[unit].en);
  switch (kind) {
    case 'first_day':
      return { zh: '开始当日不计入', en: 'The day it starts is not counted' };
    case 'running':
      return daysOff === 0
        ? { zh: `计时 ${zh}`, en: `Counted ${en}` }
        : {
            zh: `计时 ${zh}，其间 ${daysOff} 个休息日不计`,
            en: `Counted ${en}; ${counted(daysOff, 'days')} off left out`,
          };
    case 'paused':
      return { zh: '暂停，不计时', en: 'Paused, not counted' };
    case 'extended':
      return { zh: `批准延期 ${zh}`, en: `Extended by ${en}` };
    case 'last_day':
      return {
        zh: '计至末日终了，末日为休息日的顺延至下一工作日',
        en: 'To the end of the last day; a last day off rolls on to the next workday',
      };
    case 'remaining':
      return { zh: `恢复计时后尚余 ${zh}`, en: `${en} left once it runs again` };
    case 'unused':
      return { zh: `提前完成，余 ${zh}`, en: `Finished early, ${en} to spare` };
    case 'late':
      return { zh: '超过时限', en: 'Past the deadline' };
  }
}

/** 1 work day, 2 work days. */
const counted = (n: number, many: string) => `${n} ${n === 1 ? many.replace(/s$/, '') : many}`;

const unitWords: Record<TimeUnit, { zh: string; en: string }> = {
  urgent_hour: { zh: '小时', en: 'hours' },
  work_hour: { zh: '个工作小时', en: 'work hours' },
  work_day: { zh: '个工作日', en: 'work days' },
  calendar_day: { zh: '个自然日', en: 'calendar days' },
};
