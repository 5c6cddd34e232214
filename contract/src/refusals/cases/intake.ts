/** Refusals of taking a report, joining one, verifying, registering and declining. */
export const intakeRefusals = {
  'cases.place_outside': {
    status: 422,
    zh: '所选位置不在本街道范围内，请在地图上重新选点，或联系所在街道。',
    en: 'The place lies outside this subdistrict. Pick another point or contact the subdistrict concerned.',
  },
  'cases.channel_not_desk': {
    status: 422,
    zh: '受理台只能录入热线、电话、窗口、来信和上级交办；巡查发现请由网格员上报。',
    en: 'A desk takes hotline, phone, window, letters and what comes from above. What a patrol found is reported by the grid worker.',
  },
  'cases.unknown_type': {
    status: 422,
    zh: '现行责任清单中没有这个类别，请从列表中选择。',
    en: 'The responsibility list in force has no such type. Choose one from the list.',
  },
  'cases.join_ended': {
    status: 409,
    zh: '这件事已经办结或不再办理，不能附议；如问题仍在，请直接反映。',
    en: 'That case has ended, so nothing can join it. If the problem is still there, report it anew.',
  },
  'cases.join_far': {
    status: 422,
    zh: '您的位置离这件事较远，可能不是同一问题，请直接反映。',
    en: 'You are too far from that case for it to be the same problem. Please report it by itself.',
  },
  'cases.share_ended': {
    status: 410,
    zh: '这个分享链接已失效，请分享的人重新分享。',
    en: 'This shared link is over. Ask whoever sent it to share it again.',
  },
  'cases.joined_already': {
    status: 409,
    zh: '您已反映过这件事，可在进度页补充说明或照片。',
    en: 'You have reported this already. Add words or photos on its progress page.',
  },
  'cases.not_on_the_spot': {
    status: 422,
    zh: '这个类别不能当场办结，请选择可顺手办的类别，或只上报。',
    en: 'This type cannot be solved on the spot. Choose one that can, or only report it.',
  },
  'cases.needs_verification': {
    status: 409,
    zh: '此类公众诉求须先现场核实再立案，请先安排核实。',
    en: 'A public report of this type is verified on site before it is registered. Send somebody to verify it first.',
  },
  'cases.verification_not_yours': {
    status: 403,
    zh: '核实任务没有交给您的网格或社区，请由受指派人员反馈。',
    en: 'The verification was given to another grid or community; they report it.',
  },
  'cases.emergency_call_out': {
    status: 409,
    zh: '特急事项须先拨打 110/119/120 并记录接警情况后才能转出。',
    en: 'An emergency is phoned to 110/119/120 first; record the call before passing it on.',
  },
  'cases.exit_unknown': {
    status: 422,
    zh: '不予受理须选择法定情形之一。',
    en: 'Declining must cite one of the listed exits.',
  },
  'cases.exit_not_verified': {
    status: 409,
    zh: '以“现场核实不存在”为由不予受理前，须先有核实结果。',
    en: 'To decline as "not there", it must have been verified first.',
  },
  'cases.exit_names_route': {
    status: 422,
    zh: '以“应走法定途径”为由时，须告知诉求人具体渠道。',
    en: 'When it belongs to a statutory route, tell the reporter which one.',
  },
  'cases.report_withdrawn': { status: 409, zh: '该诉求已撤回。', en: 'This report was withdrawn.' },
  'cases.tracking_unknown': {
    status: 404,
    zh: '编号或查询码不正确，请核对短信或回执。',
    en: 'The number or code is not right. Check the message or receipt you got.',
  },
  'cases.reporter_unreachable': {
    status: 409,
    zh: '诉求人没有留下联系方式，请在进度中公开答复。',
    en: 'The reporter left no way to be reached. Answer in the public progress instead.',
  },
  'cases.reporter_anonymous': {
    status: 403,
    zh: '诉求人要求对承办单位匿名，如需联系请由回访或受理岗位代为沟通。',
    en: 'The reporter wishes to be anonymous to handlers. Ask the intake or callback desk to speak with them.',
  },
} as const;
