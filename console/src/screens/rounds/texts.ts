import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  says: {
    zh: '巡查点、巡查、走访和申诉。只看事，不排人：没有路线，没有每个人的数目。',
    en: 'Points, patrols, visits and objections. It is about what was found, not about who: no routes, no counts per person.',
  },
  part: { zh: '看什么', en: 'What to see' },
  add: { zh: '设巡查点', en: 'Set up a point' },
  print: { zh: '打印标签', en: 'Print the sheets' },
  grid: { zh: '网格', en: 'Grid' },
  name: { zh: '点位名称', en: 'Name of the point' },
  place: { zh: '地址', en: 'Address' },
  placeSays: { zh: '输入地址的一部分，从列表里选', en: 'Type a part of the address and choose' },
  seenOn: { zh: '最近有人看过', en: 'Last looked at' },
  never: { zh: '还没有', en: 'Never yet' },
  renew: { zh: '换码', en: 'New code' },
  renewSure: {
    zh: '旧标签立即作废，要重新打印张贴。确定换码？',
    en: 'The old sheet is void at once and must be printed anew. Give it a new code?',
  },
  end: { zh: '撤点', en: 'Take off' },
  endSure: { zh: '撤掉这个点？', en: 'Take this point off?' },
  noPoints: { zh: '还没有巡查点。', en: 'No points yet.' },
  noPatrols: { zh: '还没有巡查记录。', en: 'No patrols yet.' },
  noVisits: { zh: '还没有走访记录。', en: 'No visits yet.' },
  noAppeals: { zh: '没有申诉。', en: 'No objections.' },
  points: { zh: '看了 {n} 个点：', en: 'Points looked at: {n} ·' },
  unlisted: { zh: '不在名册上的人', en: 'Somebody not in the register' },
  becameCase: { zh: '已报成一件事', en: 'Became a case' },
  sheetHow: { zh: '网格员巡查时用网格端扫码', en: 'Scanned by grid workers on patrol' },
  sheetCode: { zh: '或输入', en: 'or type' },
  back: { zh: '返回', en: 'Back' },
  printNow: { zh: '打印', en: 'Print' },
  answer: { zh: '答复申诉', en: 'Answer' },
  upheld: { zh: '是否成立', en: 'Is it right?' },
  yes: { zh: '成立', en: 'Yes' },
  no: { zh: '不成立，说明理由', en: 'No, for a reason' },
  words: { zh: '答复', en: 'Answer' },
} as const satisfies Record<string, Both>;

export const parts = {
  points: { zh: '巡查点', en: 'Points' },
  patrols: { zh: '巡查', en: 'Patrols' },
  visits: { zh: '走访', en: 'Visits' },
  appeals: { zh: '申诉', en: 'Objections' },
} as const satisfies Record<string, Both>;
