/** Refusals of what is asked beside the way: returns, extensions, holds, escalation. */
export const requestsRefusals = {
  'cases.return_too_late': {
    status: 409,
    zh: '退单须在接单后 4 个工作小时内提出，现已超过；如有困难可申请提级或协办。',
    en: 'A return is asked within 4 working hours of receipt, which have passed. Ask to escalate or for joint handling.',
  },
  'cases.return_once': {
    status: 409,
    zh: '每次分拨只能申请退单一次；仍有异议的已转仲裁，请等待裁定。',
    en: 'A case can be returned once per assignment; a second objection goes to arbitration.',
  },
  'cases.return_names_owner': {
    status: 422,
    zh: '退单须引用清单条款并提出应承办的单位（不能是本单位）。',
    en: 'A return cites the clause and names a better owner other than your own unit.',
  },
  'cases.request_pending': {
    status: 409,
    zh: '同类申请正在审批，请等待结果。',
    en: 'A request of this kind is already waiting for a decision.',
  },
  'cases.request_decided': { status: 409, zh: '该申请已有结论。', en: 'This request has been decided.' },
  'cases.decider_is_asker': {
    status: 403,
    zh: '申请人不能审批自己的申请。',
    en: 'Whoever asked cannot decide.',
  },
  'cases.may_not_decide': {
    status: 403,
    zh: '您的岗位无权审批此类申请。',
    en: 'Your post cannot decide this kind of request.',
  },
  'cases.no_extension_left': {
    status: 409,
    zh: '该等级不允许再延期；确有困难请申请挂账或提级。',
    en: 'This grade allows no further extension. Ask for a hold or to escalate.',
  },
  'cases.extension_too_long': {
    status: 422,
    zh: '申请的延期超过该等级上限，请缩短。',
    en: 'The extension is longer than this grade allows. Ask for less.',
  },
  'cases.not_elastic': {
    status: 409,
    zh: '该类别或等级不适用弹性办理，须按期办结。',
    en: 'This type or grade is never held; it must be done in time.',
  },
  'cases.first_stage_not_elastic': {
    status: 409,
    zh: '特急、紧急事项首阶段不得挂账；请先处置到安全状态，再就后续整改另行挂账。',
    en: 'Grades S and A are never held in their first stage. Make it safe first; hold the follow-up.',
  },
  'cases.hold_needs_plan': {
    status: 422,
    zh: '挂账须有方案、至少一个 60 天内的节点，并注明已如何告知居民。',
    en: 'A hold needs a plan, milestones at most 60 days apart, and how the resident was told.',
  },
  'cases.not_held': { status: 409, zh: '该工单未挂账。', en: 'This case is not on hold.' },
  'cases.only_district_releases': {
    status: 403,
    zh: '挂账已满 180 天，是否继续只能由区级决定；街道可解除挂账并恢复办理。',
    en: 'After 180 days only the district lets a case stay on hold. The street may end the hold and go on with it.',
  },
  'cases.escalate_needs_district': {
    status: 422,
    zh: '提级须指明上级单位。',
    en: 'Escalation names the upper unit.',
  },
} as const;
