export const texts = {
  says: {
    zh: '延期、退单、挂账、作废、提级、变更类别、终止都在此审批；不得审批自己的申请。',
    en: "Extensions, returns, holds, voiding, escalation, change of type and termination are decided here; never one's own.",
  },
  state: { zh: '状态', en: 'State' },
  kind: { zh: '种类', en: 'Kind' },
  allKinds: { zh: '全部种类', en: 'All kinds' },
  empty: { zh: '没有这样的申请。', en: 'No such requests.' },
} as const;

export const views = {
  pending: { zh: '待审批', en: 'Pending' },
  approved: { zh: '已同意', en: 'Approved' },
  rejected: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const;
