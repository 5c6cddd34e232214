/** Refusals of handling, joint tasks, evidence, checking, closing and archiving. */
export const handlingRefusals = {
  'cases.not_in_this_state': {
    status: 409,
    zh: '工单当前状态不能进行此操作，请刷新查看进展。',
    en: 'The case is not in a state that allows this. Reload it to see where it stands.',
  },
  'cases.not_yours': {
    status: 403,
    zh: '此工单不由您的单位承办，无法进行此操作；如认为应由本单位办理，请联系联动中心。',
    en: 'Your unit does not hold this case. If it should, ask the command centre.',
  },
  'cases.nothing_to_acknowledge': {
    status: 409,
    zh: '没有待签收的分拨。',
    en: 'There is nothing to acknowledge.',
  },
  'cases.not_below_you': {
    status: 422,
    zh: '只能交办给本单位下属的班组、社区或网格。',
    en: 'Pass it only to a team, community or grid below your unit.',
  },
  'cases.tasks_open': {
    status: 409,
    zh: '尚有必办协办任务未被签收认可，不能反馈办结；请先督促完成并由对方以外人员认可。',
    en: 'Required joint tasks are not accepted yet, so the case cannot be reported handled. See them finished and accepted first.',
  },
  'cases.task_not_yours': {
    status: 403,
    zh: '该协办任务属于其他单位，不能代为填写。',
    en: 'The task belongs to another unit; nobody may write it for them.',
  },
  'cases.task_self_judged': {
    status: 403,
    zh: '协办任务不能由完成者本人或其所在单位认可。',
    en: 'A task cannot be accepted by its author or the author’s own unit.',
  },
  'cases.task_not_reported': {
    status: 409,
    zh: '任务尚未反馈结果，无法认可或退回。',
    en: 'The task has not been reported yet.',
  },
  'cases.task_closed': { status: 409, zh: '任务已完成或取消。', en: 'The task is finished or cancelled.' },
  'cases.evidence_missing': {
    status: 409,
    zh: '缺少该类别要求的佐证材料，请按提示补充后再提交。',
    en: 'Evidence that this type requires is missing. Add what is listed and try again.',
  },
  'cases.evidence_file_needed': {
    status: 422,
    zh: '照片、文件、录音须先上传文件。',
    en: 'A photo, document or voice note needs its uploaded file.',
  },
  'cases.checker_is_handler': {
    status: 403,
    zh: '处置人员及其班组、单位不能核查自己的结果，请由其他人员核查。',
    en: 'Whoever handled it, or belongs to the handling unit, cannot check it. Someone else must.',
  },
  'cases.check_method_needed': {
    status: 422,
    zh: '该类别规定的核查方式未满足，请按规定方式核查。',
    en: 'This type prescribes another way of checking. Check it that way.',
  },
  'cases.check_needs_evidence': {
    status: 422,
    zh: '现场核查须附核查人自己的佐证（不能使用处置方的照片）。',
    en: 'A check on site needs the checker’s own evidence, not the handler’s.',
  },
  'cases.not_checked': {
    status: 409,
    zh: '尚未通过独立核查，不能结案。',
    en: 'It cannot be closed before an independent check has passed.',
  },
  'cases.close_needs_outcome': {
    status: 422,
    zh: '请选择结果：已解决、已答复说明或已转法定途径；不得把答复当作解决。',
    en: 'Choose the outcome: solved, answered, or referred. An answer is not a solution.',
  },
  'cases.window_open': {
    status: 409,
    zh: '结案未满 14 天，居民仍可反馈，暂不能归档。',
    en: 'The 14 days in which reporters may answer are not over; it cannot be archived yet.',
  },
} as const;
