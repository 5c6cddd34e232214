/** Refusals of the closed loop. Each says what to do instead. */
export const casesRefusals = {
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
  'cases.place_outside': {
    status: 422,
    zh: '所选位置不在本街道范围内，请在地图上重新选点，或联系所在街道。',
    en: 'The place lies outside this subdistrict. Pick another point or contact the subdistrict concerned.',
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
  'cases.unknown_type': {
    status: 422,
    zh: '现行责任清单中没有这个类别，请从列表中选择。',
    en: 'The responsibility list in force has no such type. Choose one from the list.',
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
  'cases.emergency_call_out': {
    status: 409,
    zh: '特急事项须先拨打 110/119/120 并记录接警情况后才能转出。',
    en: 'An emergency is phoned to 110/119/120 first; record the call before passing it on.',
  },
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
  'cases.reopening_pending': {
    status: 409,
    zh: '有待答复的重办申请，请先处理。',
    en: 'A request to reopen is waiting; decide it first.',
  },
  'cases.window_over': {
    status: 409,
    zh: '已超过 14 天反馈期；如问题再次出现，请重新反映。',
    en: 'The 14 days for this have passed. If the problem is there again, please report it anew.',
  },
  'cases.already_answered': {
    status: 409,
    zh: '这次询问已经答复过，谢谢。',
    en: 'This question has already been answered. Thank you.',
  },
  'cases.callback_not_yours': {
    status: 403,
    zh: '这次回访未抽给您，或您属于承办单位，不能回访。',
    en: 'This callback was not drawn for you, or you belong to the handling unit.',
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
  'cases.already_merged': {
    status: 409,
    zh: '该工单已并入其他工单，请在主单上操作。',
    en: 'This case was merged. Act on the one it was merged into.',
  },
  'cases.merge_self': {
    status: 422,
    zh: '不能把工单并入自身或已并单、已结束的工单。',
    en: 'A case cannot be merged into itself, or into one that was merged or has ended.',
  },
  'cases.merge_undone': { status: 409, zh: '该并单已撤销。', en: 'This merge has already been undone.' },
  'cases.merge_too_late': {
    status: 409,
    zh: '主单已结案，不能撤销并单；如未解决请申请重办。',
    en: 'The main case is closed, so the merge stays. If it is not solved, ask to reopen.',
  },
  'cases.report_withdrawn': { status: 409, zh: '该诉求已撤回。', en: 'This report was withdrawn.' },
  'cases.tracking_unknown': {
    status: 404,
    zh: '编号或查询码不正确，请核对短信或回执。',
    en: 'The number or code is not right. Check the message or receipt you got.',
  },
  'cases.contest_once': {
    status: 409,
    zh: '已提出过申诉，请等待答复。',
    en: 'An objection was already made; please wait for the answer.',
  },
  'cases.nothing_to_reopen': {
    status: 409,
    zh: '没有待答复的重办申请。',
    en: 'There is no request to reopen to decide.',
  },
  'cases.supervision_answered': {
    status: 409,
    zh: '该督办已答复。',
    en: 'This supervision order has been answered.',
  },
  'cases.whistle_not_called': {
    status: 403,
    zh: '您的单位不在被吹哨名单内。',
    en: 'Your unit was not called by this whistle.',
  },
  'cases.whistle_answered': {
    status: 409,
    zh: '您的单位已报到或已评价。',
    en: 'Your unit has already answered or rated.',
  },
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
  'cases.open311_invalid': {
    status: 400,
    zh: '请求参数不正确，请按所列逐项更正。',
    en: 'The request is not right; correct what is listed.',
  },
  'cases.open311_path': {
    status: 404,
    zh: '没有这个地址，请对照 GeoReport v2 检查网址、格式和方法。',
    en: 'There is no such address. Check the URL, its format and the method against GeoReport v2.',
  },
  'cases.open311_jurisdiction': {
    status: 404,
    zh: '没有这个 jurisdiction_id，请使用街道代码。',
    en: 'The jurisdiction_id was not found; it is the key of a subdistrict.',
  },
  'cases.open311_service': {
    status: 404,
    zh: '没有这个 service_code，请从 GET services 中选择。',
    en: 'The service_code was not found; choose one of GET services.',
  },
  'cases.open311_request': {
    status: 404,
    zh: '没有这个 service_request_id，或它不对外公开。',
    en: 'The service_request_id was not found, or is not public. Check the number.',
  },
  'cases.open311_token': {
    status: 404,
    zh: '没有这个 token，请核对查询码。',
    en: 'The token was not found; check the tracking code.',
  },
  'cases.open311_key': {
    status: 403,
    zh: '缺少 api_key 或 api_key 无效，请向街道管理员申请。',
    en: 'The api_key is missing or invalid; ask the administrator of the subdistrict for one.',
  },
  'cases.open311_address': {
    status: 400,
    zh: '找不到这个地址，请改用 lat 与 long。',
    en: 'This address was not found; send lat and long instead.',
  },
  'cases.import_mapping': {
    status: 422,
    zh: '字段映射文件不正确，请按说明更正。',
    en: 'The mapping file is not right. Correct what is named.',
  },
  'cases.import_unreadable': {
    status: 422,
    zh: '文件无法读取：请确认是 UTF-8 或 GBK 编码的 CSV，或 XLSX。',
    en: 'The file cannot be read. It must be CSV in UTF-8 or GBK, or XLSX.',
  },
  'cases.import_running': {
    status: 409,
    zh: '同一文件正在导入（映射不同或为试运行），请等其结束后再试。',
    en: 'The same file is being imported with another mapping or as a dry run. Wait until that has ended.',
  },
  'cases.escalate_needs_district': {
    status: 422,
    zh: '提级须指明上级单位。',
    en: 'Escalation names the upper unit.',
  },
  'cases.only_district_releases': {
    status: 403,
    zh: '挂账已满 180 天，是否继续只能由区级决定；街道可解除挂账并恢复办理。',
    en: 'After 180 days only the district lets a case stay on hold. The street may end the hold and go on with it.',
  },
  'cases.channel_not_desk': {
    status: 422,
    zh: '受理台只能录入热线、电话、窗口、来信和上级交办；巡查发现请由网格员上报。',
    en: 'A desk takes hotline, phone, window, letters and what comes from above. What a patrol found is reported by the grid worker.',
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
  'cases.exit_names_route': {
    status: 422,
    zh: '以“应走法定途径”为由时，须告知诉求人具体渠道。',
    en: 'When it belongs to a statutory route, tell the reporter which one.',
  },
  'cases.merge_wrong_way': {
    status: 409,
    zh: '主单尚未立案，不能并入已立案的工单；请以已立案的工单为主单。',
    en: 'The main case is not registered yet, so a registered one cannot join it. Make the registered one the main case.',
  },
  'cases.merge_sensitive': {
    status: 409,
    zh: '涉敏感的工单只能与同样涉敏感的工单并单。',
    en: 'A sensitive case merges only with another sensitive one.',
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
