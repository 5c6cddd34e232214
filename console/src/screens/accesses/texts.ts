import type { AccessFlag } from '@fengqiao/contract/audit.ts';
import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  says: {
    zh: '谁在什么时候、为什么、查看了哪些个人信息。居民可以看到与自己有关的记录。',
    en: 'Who looked at which personal data, when and why. Residents see the records about themselves.',
  },
  period: { zh: '时间范围（最长 92 天）', en: 'Period (at most 92 days)' },
  empty: { zh: '这段时间没有查看记录。', en: 'No looks in this period.' },
  desk: { zh: '全部或待核查', en: 'All or to be reviewed' },
  all: { zh: '全部', en: 'All' },
  toReview: { zh: '待核查', en: 'To be reviewed' },
  nothingOpen: { zh: '这段时间没有待核查的查看。', en: 'Nothing of this period waits to be reviewed.' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '岗位', en: 'Post' },
  what: { zh: '查看内容', en: 'What' },
  why: { zh: '目的', en: 'Why' },
  object: { zh: '对象', en: 'About' },
  action: { zh: '操作', en: 'Operation' },
  subjects: { zh: '涉及 {n} 人', en: 'People: {n}' },
  bySystem: { zh: '系统送达', en: 'Delivery by the system' },
  sameOne: { zh: '只看同一人', en: 'only this person' },
  flag: { zh: '标记', en: 'Marked' },
  review: { zh: '核查', en: 'Review' },
  export: { zh: '导出', en: 'Export' },
  exportSays: {
    zh: '导出当前条件下的记录（至多 10000 条，不含居民信息）。文件首行注明导出人，导出本身留痕。',
    en: 'Exports the records of this filter (at most 10 000, nothing of residents). The first line names you, and the export is recorded.',
  },
  everyone: { zh: '看所有人', en: 'Everyone' },
} as const;

/** What a mark means, for whoever has to look into it. */
export const meaningOf: Readonly<Partial<Record<AccessFlag, Both>>> = {
  orphan: {
    zh: '这个用途应当有工单；这次查看没有对应的工单，或工单结束已久。',
    en: 'This purpose belongs to a case; the look has none, or its case ended long ago.',
  },
  canary: {
    zh: '看到了一条不存在的人的记录，正常办事不会遇到。',
    en: 'It met somebody who does not exist; ordinary work never does.',
  },
  over: {
    zh: '当天查看的人数超过了岗位的提醒额度。',
    en: 'More people in a day than is usual for the post.',
  },
};
