import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '我做过的', en: 'What I did' },
  part: { zh: '看什么', en: 'What to see' },
  visits: { zh: '走访', en: 'Visits' },
  patrols: { zh: '巡查', en: 'Patrols' },
  visitsHow: {
    zh: '只有您自己的，姓名不全显示；这次查看会留下记录，像看名册一样。',
    en: 'Your own only, names not in full; this look is recorded like every look into the register.',
  },
  patrolsHow: {
    zh: '只有您自己的：看了哪些点、说了什么。没有路线，也没有每个点的时刻。',
    en: 'Your own only: which points, and what you said. No route, and no time of any point.',
  },
  noVisits: { zh: '还没有走访记录。', en: 'No visits yet.' },
  noPatrols: { zh: '还没有巡查记录。', en: 'No patrols yet.' },
  unlisted: { zh: '不在名册上的人', en: 'Somebody not in the register' },
  needs: { zh: '发现的需要', en: 'What was needed' },
  nothing: { zh: '没有发现需要', en: 'Nothing was needed' },
  becameCase: { zh: '已报成一件事，看办到哪里', en: 'Became a case; see how far it is' },
  points: { zh: '看了 {n} 个点', en: 'Points: {n}' },
  more: { zh: '再看以前的', en: 'Earlier ones' },
} as const satisfies Record<string, Both>;
