/** Refusals of giving a case to somebody: by the list, by consultation, by a leader. */
export const dispatchRefusals = {
  'cases.row_does_not_fit': {
    status: 422,
    zh: '引用的清单条目不适用于该类别、地点或时间，请重新选择条目，或发起商定。',
    en: 'The cited row does not fit this type, place or time. Choose another row or open a consultation.',
  },
  'cases.several_rows_fit': {
    status: 409,
    zh: '有多个单位负有职责，不能直接法定分拨；请发起商定。',
    en: 'Several units have this duty, so it cannot be dispatched as statutory. Open a consultation.',
  },
  'cases.no_row_fits': {
    status: 409,
    zh: '责任清单没有对应条目，请发起商定，或由领导指定并说明理由。',
    en: 'No row of the list fits. Open a consultation, or let a leader designate with a reason.',
  },
  'cases.recalled_duty': {
    status: 409,
    zh: '该事项已由上级部门收回，不得分派给街道内设机构、社区或网格；请提级至上级部门。',
    en: 'This duty was recalled by an upper level and may never go to a street unit. Pass it to the upper department.',
  },
  'cases.assist_only': {
    status: 409,
    zh: '该事项本街道仅为配合职责，街道单位只能作为协办，请选择主管部门牵头。',
    en: 'The street only assists here: its units can be co-handlers. Let the responsible department lead.',
  },
  'cases.community_not_lead': {
    status: 409,
    zh: '社区清单外事项不得交社区主办，请改由责任部门牵头，社区可协办。',
    en: "This lies outside the community's list, so it cannot lead. Let a department lead; the community may assist.",
  },
  'cases.unknown_unit': {
    status: 422,
    zh: '没有这个单位，或它已停用，请从列表中选择。',
    en: 'No such unit, or it is no longer active. Choose one from the list.',
  },
  'cases.co_is_lead': {
    status: 422,
    zh: '主办单位不能同时作为协办单位。',
    en: 'The lead cannot also be a co-handler.',
  },
  'cases.reason_needed': {
    status: 422,
    zh: '请写明理由（不少于 5 个字），它会记入档案。',
    en: 'Give the reason in at least 5 characters; it stays on the record.',
  },
  'cases.only_leader_designates': {
    status: 403,
    zh: '指定承办只能由街道领导作出并署名说明理由。',
    en: 'Only a named leader may designate, with a reason.',
  },
  'cases.consult_first': {
    status: 409,
    zh: '请先发起商定；商定不成再由领导指定。',
    en: 'Open a consultation first; a leader designates when it fails.',
  },
  'cases.already_designated': {
    status: 409,
    zh: '已指定承办的工单不得再退回，请先办理；确有困难可申请提级。',
    en: 'A designated case cannot be returned. Handle it; if it cannot be done, ask to escalate.',
  },
  'cases.too_many_hand_offs': {
    status: 409,
    zh: '此工单已流转两次，继续改派须经仲裁裁定。',
    en: 'The case has changed hands twice; another change needs arbitration.',
  },
  'cases.needs_arbitration': {
    status: 409,
    zh: '该单已进入仲裁，须由街道领导裁定后再分拨。',
    en: 'This case is in arbitration; a leader must rule before it is dispatched again.',
  },
  'cases.no_open_consultation': {
    status: 409,
    zh: '当前没有进行中的商定。',
    en: 'No consultation is open for this case.',
  },
  'cases.not_consulted': {
    status: 403,
    zh: '您的单位不在商定名单内。',
    en: 'Your unit is not among those consulted.',
  },
  'cases.opinion_given': {
    status: 409,
    zh: '您的单位已表态，如需更改请联系分拨员重新发起。',
    en: 'Your unit has already answered. Ask the dispatcher to open it anew for a change.',
  },
  'cases.objection_names_owner': {
    status: 422,
    zh: '不同意时须引用条款并提出应牵头的单位。',
    en: 'To object, cite the clause and name who should lead.',
  },
} as const;
