/** Refusals of the registry 地、人、房、组织. */
export const registryRefusals = {
  'registry.search_by_what': {
    status: 422,
    zh: '请至少给出一个查找条件：姓名、电话、证件号码、地址、住房、楼栋、网格或社区。',
    en: 'Say at least one thing to look for: name, phone, number, address, home, building, grid or community.',
  },
  'registry.reason_needed': {
    status: 422,
    zh: '查看敏感信息须写明理由（至少 2 个字）；未满 14 周岁的，各项信息均属敏感。',
    en: 'Sensitive facts need a reason (two characters at least); of a child under 14 every fact is sensitive.',
  },
  'registry.row_wrong': {
    status: 422,
    zh: '登记内容有误，请按所列问题更正。',
    en: 'Something is wrong with what was entered. Correct what is named.',
  },
  'registry.known_already': {
    status: 409,
    zh: '该证件号码已登记；请查找后更正，不要重复登记。',
    en: 'This number is written down already. Look the person up and correct it instead.',
  },
  'registry.day_ahead': {
    status: 422,
    zh: '数据日期不能在将来；请填写所依据材料的日期。',
    en: 'The day may not lie in the future. Give the day of what it is known from.',
  },
  'registry.outside_reach': {
    status: 403,
    zh: '该地址不在您岗位负责的社区、网格内（或不在本街道建筑库）；请核对地址，或交由负责的社区、网格或数据管理员登记。',
    en: 'This address lies outside the communities and grids of your post, or in no building of the street. Check it, or leave it to whoever looks after the place, or to the data steward.',
  },
  'registry.home_known': {
    status: 409,
    zh: '这处房屋已登记；请查找后变更，不要重复登记。',
    en: 'This home is written down already. Look it up and change it instead.',
  },
  'registry.organization_known': {
    status: 409,
    zh: '该统一社会信用代码（或同名同址的单位）已登记；请查找后变更，不要重复登记。',
    en: 'This credit code, or an organization of this name and address, is written down already. Look it up and change it instead.',
  },
  'registry.changed_meanwhile': {
    status: 409,
    zh: '您打开之后，有人改过这条登记，没有覆盖；请看改了什么，再决定是否提交。',
    en: 'Somebody changed this row after you opened it, and nothing was written over. See what changed, then decide whether to submit.',
  },
  'registry.event_impossible': {
    status: 409,
    zh: '当前状态不能记这件变动；请核对。',
    en: 'This cannot happen in the present state. Check it.',
  },
  'registry.event_needs': {
    status: 422,
    zh: '这件变动还须填写：迁入、变更住址须有新住址；变更户须有户号或与户主的关系。',
    en: 'This needs more: moving in or moving house needs the new address, another household its number or the relation to its head.',
  },
  'registry.partner_unknown': {
    status: 422,
    zh: '登记中没有这个证件号码的另一人；请核对，或留空只记本人。',
    en: 'Nobody else of this number is in the registry. Check it, or leave it out and note it of this person alone.',
  },
  'registry.home_link_known': {
    status: 409,
    zh: '这个人在这段时间已以同样身份关联到这处房屋。',
    en: 'This person is linked to this home in the same capacity for that time already.',
  },
  'registry.home_link_over': {
    status: 409,
    zh: '这条关联已经结束。',
    en: 'This link is over.',
  },
  'registry.home_link_days': {
    status: 422,
    zh: '结束日期不能早于开始日期，请核对。',
    en: 'The last day lies before the first. Check them.',
  },
  'registry.not_of_this_home': {
    status: 409,
    zh: '有人的登记住址不是这里，或已关联到房屋，请刷新后再选。',
    en: 'Somebody is not written down with this address, or is in a home already. Reload and choose again.',
  },
  'registry.import_mapping': {
    status: 422,
    zh: '字段映射不正确：必填字段没有对应列，或所列的列不在表头中。',
    en: 'The mapping is not right: a needed field has no column, or a named column is not in the header.',
  },
  'registry.import_running': {
    status: 409,
    zh: '同类数据的另一批次正在处理，请等其结束后再试。',
    en: 'Another import of this kind is under way. Wait until it has ended.',
  },
  'registry.import_state': {
    status: 409,
    zh: '该批次目前的状态不能这样操作，请刷新后再看。',
    en: 'This import is not in a state for that. Reload and look again.',
  },
  'registry.too_many_changes': {
    status: 409,
    zh: '该批次将变更超过 5% 的已知记录，已停下；请核对文件，确需写入的请写明理由。',
    en: 'This import would change more than 5 % of the known rows, so it was halted. Check the table; if it is right, say why.',
  },
  'registry.import_overtaken': {
    status: 409,
    zh: '该批次写入后又有记录被更正或合并，不能整批撤销；请逐条处理。',
    en: 'Rows of this import were changed or merged since, so it cannot be taken back as one. Correct them one by one.',
  },
  'registry.correction_same': {
    status: 422,
    zh: '申请值无法使用或与现有值相同，请核对。',
    en: 'What was asked cannot be used or is what is written already. Check it.',
  },
  'registry.correction_open': {
    status: 409,
    zh: '这些项目已有一件校核在办理，请等答复。',
    en: 'A correction of these fields is under way. Wait for its answer.',
  },
  'registry.correction_decided': {
    status: 409,
    zh: '这件校核已有决定。',
    en: 'This correction has been decided.',
  },
  'registry.second_eyes': {
    status: 409,
    zh: '提出更正的人不能自己核实，请由另一人决定。',
    en: 'Whoever asked for a correction may not decide it; let another person do it.',
  },
  'registry.twin_state': {
    status: 409,
    zh: '这一对已有判断或已被改动，请刷新。',
    en: 'This pair was decided or changed meanwhile. Reload.',
  },
  'registry.not_proven': {
    status: 422,
    zh: '未能核验：姓名与证件号码与登记不一致或未登记；请核对，或持证件到街道、社区窗口办理。',
    en: 'Not proven: name and number do not agree with the registry or are not in it. Check them, or come to a window with your paper.',
  },
  'registry.proving_paused': {
    status: 429,
    zh: '核验次数过多，请 24 小时后再试，或持证件到窗口办理。',
    en: 'Too many tries. Try again in 24 hours, or come to a window with your paper.',
  },
  'registry.no_account_of_phone': {
    status: 422,
    zh: '这个手机号还没有登录过住枫桥，没有可以核验的账号；请本人用短信验证码登录一次，没有手机的先办代办授权。',
    en: 'Nobody has signed in with this phone, so there is no account to prove. Let them sign in once with the code of a text message; without a phone, enter a mandate first.',
  },
  'registry.nobody_meant': {
    status: 404,
    zh: '登记中没有找到这个人；请核对姓名、电话或证件号码，紧急情况请同时拨打 110、119 或 120。',
    en: 'Nobody like that is in the registry. Check name, phone or number; in an emergency call 110, 119 or 120 as well.',
  },
  'registry.several_meant': {
    status: 422,
    zh: '符合的不止一人；应急查看一次只能查看一个人，请补充电话、证件号码或住址。',
    en: 'More than one person fits, and break-glass opens one. Add the phone, the number or the address.',
  },
  'registry.decoys_enough': {
    status: 422,
    zh: '诱饵人员已够（最多 20 名），请先撤下一名。',
    en: 'Enough decoys stand already (20 at most); lift one first.',
  },
  'registry.decoy_alone': {
    status: 422,
    zh: '该社区还没有登记人员，诱饵会显得突兀；请先导入或登记，或换一个社区。',
    en: 'Nobody of that community is in the register yet, so a decoy would stand out. Take another, or bring its people in first.',
  },
  'registry.no_such_child': {
    status: 404,
    zh: '登记中没有以您为监护人的这名未成年人；同户关系登记有误的，请到社区窗口更正。',
    en: 'The registry knows no minor of that kind whose guardian you are. If the household is written down wrongly, have it corrected at the community window.',
  },
  'registry.tracker_key': {
    status: 403,
    zh: '需要范围为“数据追踪”的接口密钥：Authorization: Bearer <密钥>。',
    en: 'A key with the scope tracker is needed: Authorization: Bearer <key>.',
  },
  'registry.tracker_person': {
    status: 400,
    zh: '请用 X-Road-UserId 头（或 POST 正文的 userCode）写明证件号码；证件号码不得写在网址里。',
    en: 'Name the person by their ID number in the header X-Road-UserId, or as userCode in the body of a POST; never in the address.',
  },
  'registry.tracker_other': {
    status: 403,
    zh: '只能查询本人的记录，或以登记的监护人身份查询未满 18 岁子女的记录。',
    en: 'Only one’s own records are told, or those of a child under 18 to a guardian the registry knows.',
  },
  'registry.tracker_asked': {
    status: 400,
    zh: '查询参数不符合规定：offset、limit 为整数，periodStart、periodEnd 为时间。',
    en: 'The parameters do not fit: offset and limit are whole numbers, periodStart and periodEnd moments.',
  },
  'registry.not_proven_yet': {
    status: 403,
    zh: '查看登记信息需要先完成实名核验。',
    en: 'Prove your real name first to see what the registry says.',
  },
} as const;
