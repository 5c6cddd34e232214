/** Refusals of the responsibility list, its drafts and revisions. */
export const listsRefusals = {
  'cases.list_not_draft': {
    status: 409,
    zh: '已发布的责任清单不能修改，请新建草稿。',
    en: 'A published list is never changed. Make a new draft.',
  },
  'cases.list_draft_exists': {
    status: 409,
    zh: '已有一个草稿版本，请先发布或删除。',
    en: 'A draft exists already. Publish or discard it first.',
  },
  'cases.list_unreachable_rows': {
    status: 409,
    zh: '发布分析发现缺口、重叠或无法命中的条目，请先更正，或逐项确认。',
    en: 'The analysis found gaps, overlaps or unreachable rows. Correct or accept each one first.',
  },
  'cases.list_effective_past': {
    status: 422,
    zh: '生效时间不能早于现在：已办工单保持其立案时的清单版本。',
    en: 'A list cannot take effect in the past; cases keep the version they were registered under. Choose now or later.',
  },
  'cases.list_missing': {
    status: 409,
    zh: '本街道尚未发布责任清单，无法立案分拨。',
    en: 'This street has no published responsibility list yet.',
  },
  'cases.revision_needs_version': {
    status: 422,
    zh: '请填写在哪个清单版本中完成了修订。',
    en: 'Say in which version of the list this was revised.',
  },
} as const;
