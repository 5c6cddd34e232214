import type { Both } from '@fengqiao/contract/route.ts';
import { exits, outcomes } from '@fengqiao/contract/cases/words.ts';

type Facts = Readonly<Record<string, unknown>>;
type Say = (facts: Facts) => Both;

const plain =
  (zh: string, en: string): Say =>
  () => ({ zh, en });

/** The same, done by a helper in the reporter's name. */
export const byHelper = ({ zh, en }: Both): Both => ({
  zh: `${zh}（由代办人办理）`,
  en: `${en} (by a helper)`,
});

/** Each public activity in the words of a reporter. What a colleague wrote for colleagues, such as a note, is not among them. */
const words: Readonly<Record<string, Say>> = {
  report: plain('收到诉求', 'We received the report'),
  join: ({ reports }) => ({
    zh: `又有居民反映同一问题，共 ${Number(reports)} 件`,
    en: `A neighbour reported the same; ${Number(reports)} reports in all`,
  }),
  addition: plain('诉求人补充了说明', 'A reporter added to it'),
  withdraw: plain('一位诉求人撤回了诉求', 'A reporter withdrew their report'),
  verify: plain('已安排人员到现场核实', 'Somebody is on the way to see for themselves'),
  report_verification: ({ found }) =>
    found === true
      ? { zh: '现场核实：情况属实', en: 'Seen on site: it is as reported' }
      : { zh: '现场核实：未发现所反映的问题', en: 'Seen on site: the problem was not there' },
  register: plain('已立案，开始计时', 'Registered; the clock runs'),
  decline: ({ exit, reason, route }) => declined(exit, reason, route),
  contest: plain('诉求人提出异议，等待答复', 'A reporter objected; an answer is due'),
  reopening_refused: ({ reason }) => ({
    zh: `重办申请未获同意：${text(reason)}`,
    en: `The request to take it up again was refused: ${text(reason)}`,
  }),
  reopen: plain('重新办理', 'Taken up again'),
  consult: plain('多个单位正在商定由谁办理', 'Units agree on who handles it'),
  dispatch: plain('已分派承办单位', 'Given to the unit that handles it'),
  designate: plain('街道领导指定了承办单位', 'A leader designated who handles it'),
  return: plain('改派其他单位', 'Passed to another unit'),
  recall: plain('撤回分派，重新确定承办单位', 'Taken back, to be given to the right unit'),
  take_back: plain('承办单位收回自办', 'Taken back by the unit itself'),
  acknowledge: plain('承办单位已签收', 'The unit took it in hand'),
  contact: plain('工作人员已与诉求人联系', 'Staff spoke with a reporter'),
  assign_on: plain('已交到具体人员', 'Passed to those who do the work'),
  add_task: plain('增加了协办单位', 'Another unit helps'),
  first_action: plain('最近的力量已先行处置', 'The nearest unit acts first'),
  whistle: plain('已召集相关单位到场', 'Units were called to the place'),
  end_whistle: plain('到场处置结束', 'The joint work on the spot ended'),
  supervise: plain('已发督办', 'A supervision order was issued'),
  escalate: plain('已提请上级办理', 'Passed to the upper level'),
  extend: ({ reason }) => ({
    zh: `办理时限延长：${text(reason)}`,
    en: `More time was granted: ${text(reason)}`,
  }),
  recompute: plain('按公布的放假安排重新计算了时限', 'The deadline was recomputed by the published holidays'),
  change_type: plain('更正了问题类别', 'The type was corrected'),
  hold: ({ reason }) => ({ zh: `暂缓办理：${text(reason)}`, en: `On hold: ${text(reason)}` }),
  review_hold: plain('复核：继续暂缓，按节点推进', 'Reviewed: still on hold, going on by its milestones'),
  hold_capped: plain(
    '暂缓已到最长期限，转上级督办',
    'The hold reached its longest term and went to the upper level',
  ),
  milestone: ({ title }) => ({ zh: `完成节点：${text(title)}`, en: `Milestone reached: ${text(title)}` }),
  resume: plain('恢复办理', 'Work goes on'),
  report_handled: ({ onTheSpot }) =>
    onTheSpot === true
      ? { zh: '网格员当场处置，等待核查', en: 'Handled on the spot; a check follows' }
      : { zh: '承办单位反馈已处置，等待核查', en: 'The unit says it is handled; a check follows' },
  terminate: plain('因诉求人不配合终止办理', 'Ended because the reporter did not cooperate'),
  check: ({ passed }) =>
    passed === false
      ? { zh: '核查未通过，退回重做', en: 'The check failed; back to work' }
      : { zh: '核查通过', en: 'The check passed' },
  close: ({ outcome }) => closed(outcome),
  file_elsewhere: plain('在原系统已办结，存档备查', 'Closed in the system it came from; kept on record'),
  void_elsewhere: plain('在原系统已撤销', 'Withdrawn in the system it came from'),
  archive: plain('已归档', 'Archived'),
  void: plain('已作废', 'Voided'),
  merge: plain('与同一问题的其他诉求合并办理', 'Handled together with other reports of the same problem'),
  unmerge: plain('改为单独办理', 'Handled by itself again'),
};

/** What a public activity says to the reporter, or null where it says nothing to them. */
export const stepWords = (kind: string, facts: Facts): Both | null => words[kind]?.(facts) ?? null;

const text = (fact: unknown): string => (typeof fact === 'string' ? fact : '');

function declined(exit: unknown, reason: unknown, route: unknown): Both {
  const named = Object.entries(exits).find(([code]) => code === exit)?.[1];
  const how = text(route) === '' ? ['', ''] : [`；请通过：${text(route)}`, `; please use: ${text(route)}`];
  return {
    zh: `不予受理（${named?.zh ?? ''}）：${text(reason)}${how[0]}`,
    en: `Declined (${named?.en ?? ''}): ${text(reason)}${how[1]}`,
  };
}

/** "Answered" is not "solved", here as everywhere. */
function closed(outcome: unknown): Both {
  const named = Object.entries(outcomes).find(([code]) => code === outcome)?.[1];
  return { zh: `结案：${named?.zh ?? ''}`, en: `Closed: ${named?.en ?? ''}` };
}
