/** Refusals of the data catalogue and of sharing. */
export const catalogueRefusals = {
  'catalogue.not_your_unit': {
    status: 403,
    zh: '这件事须由相关单位办理，请由该单位的人员操作。',
    en: 'This belongs to another unit; let somebody of that unit do it.',
  },
  'catalogue.same_person': {
    status: 409,
    zh: '提出人不能自己审核，请由本单位另一名人员审核。',
    en: 'Whoever proposed it cannot approve it; ask another person of your unit.',
  },
  'catalogue.incomplete': {
    status: 422,
    zh: '目录信息不完整：请按提示补全后再提交。',
    en: 'The entry is incomplete; fill in what is named and send it again.',
  },
  'catalogue.no_such_assessment': {
    status: 422,
    zh: '登记中没有这份影响评估，请先登记，再从列表中选择。',
    en: 'That impact assessment is not in the register; record it first, then choose it from the list.',
  },
  'catalogue.assessed_unfit': {
    status: 422,
    zh: '该影响评估的结论是不得处理，不能据此编目；请调整处理方式并重新评估。',
    en: 'That assessment found that it may not be done; change the processing and assess it anew.',
  },
  'catalogue.fields_kept': {
    status: 422,
    zh: '数据项由保存数据的模块给出，补全时不能增减。',
    en: 'The fields are told by the room that keeps the data; completing neither adds nor removes any.',
  },
  'catalogue.day_ahead': {
    status: 422,
    zh: '日期不能晚于今天，请核对后重填。',
    en: 'The day may not be after today; check it and enter it again.',
  },
  'catalogue.not_waiting': {
    status: 409,
    zh: '当前状态下不能这样办理，请刷新后按可用的操作继续。',
    en: 'That cannot be done in the present state; reload and go on with what is offered.',
  },
  'catalogue.proposal_open': {
    status: 409,
    zh: '该资源已有一份待处理的更改，请先办完那一份。',
    en: 'A change of this resource is already waiting; finish that one first.',
  },
  'catalogue.in_use': {
    status: 409,
    zh: '仍有单位在使用该资源，请先终止这些共享再撤下。',
    en: 'Units still use this resource; end those shares before you withdraw it.',
  },
  'catalogue.not_compliant': {
    status: 422,
    zh: '申请未通过合规检查，请按列出的问题修改后再提交。',
    en: 'The request fails the compliance check; change what is listed and send it again.',
  },
  'catalogue.what_is_asked': {
    status: 422,
    zh: '请选择目录中的资源；向上级申请或回流的，须是区级部门的数据，并写明向谁申请什么。',
    en: 'Choose a resource. From an upper level only what a bureau of the district keeps is asked for: say whom you ask and for what.',
  },
  'catalogue.supplement_once': {
    status: 409,
    zh: '补正只能一次性告知，请直接作出答复。',
    en: 'What is missing may be said once only; answer the request now.',
  },
  'catalogue.extended_once': {
    status: 409,
    zh: '答复期限只能延长一次。',
    en: 'The time to answer can be extended once only.',
  },
  'catalogue.own_extension': {
    status: 403,
    zh: '提供单位不能给自己延长答复期限，请由共享主管部门中不属于该单位的人办理。',
    en: 'Whoever has to answer cannot allow itself more time; let somebody of the sharing authority who is not of that unit do it.',
  },
  'catalogue.resource_gone': {
    status: 409,
    zh: '该资源已从目录撤下，不能再同意提供；请答复不同意并说明去向。',
    en: 'The resource was withdrawn from the catalogue and cannot be granted any more; refuse, and say where the data went.',
  },
  'catalogue.update_extended_once': {
    status: 409,
    zh: '目录更新期限只能延长一次。',
    en: 'The time to update an entry can be extended once only.',
  },
  'catalogue.no_conditions': {
    status: 409,
    zh: '数据回流不得附加条件，除法律另有规定外不得拒绝或延长。',
    en: 'Local data goes back without conditions; it may be refused only because a law says so.',
  },
  'catalogue.not_disputable': {
    status: 409,
    zh: '只能对不同意、部分同意或逾期未答复、未提供提出争议。',
    en: 'Only a refusal, a partial grant or an overdue answer or delivery can be disputed.',
  },
  'catalogue.not_the_judge': {
    status: 403,
    zh: '这件争议不由您协调或决定：须由双方的共同上级办理，当事单位的人回避。',
    en: 'This dispute is not for you to judge: the common superior of both units does, and nobody of either.',
  },
  'catalogue.decision_number': {
    status: 422,
    zh: '区人民政府的决定须填写文号。',
    en: 'Give the number of the decision of the district government.',
  },
  'catalogue.not_outside': {
    status: 409,
    zh: '只有向上级的申请和数据回流，在等待答复或提供时，才能登记平台外的答复。',
    en: 'Only what is asked of an upper level, while it waits for an answer or its data, is answered outside.',
  },
  'catalogue.outside_waits': {
    status: 409,
    zh: '已有一份登记等待确认，请先确认或退回。',
    en: 'A record already waits; confirm or reject that one first.',
  },
  'catalogue.outside_incomplete': {
    status: 422,
    zh: '请填全：同意或已提供须选数据项，不同意须选理由，日期须在提出申请之日至今天之间。',
    en: 'Complete it: fields for a grant or a delivery, a ground for a refusal, and a day from that of the request until today.',
  },
  'catalogue.not_connected': {
    status: 409,
    zh: '该资源的数据不在本平台，请按提供单位告知的方式取用。',
    en: 'The data of this resource does not lie here; get it in the way the provider told you.',
  },
  'catalogue.pull_key': {
    status: 403,
    zh: '密钥无效、已停用或不能取用共享数据；请向系统管理员索取本单位的密钥。',
    en: 'The key is not valid, has ended or may not pull shared data; ask the administrator for the key of your unit.',
  },
  'catalogue.share_not_in_force': {
    status: 403,
    zh: '共享未生效、已暂停或已到期，不能取用；请查看申请状态。',
    en: 'The share is not in force, suspended or over; look at the state of the request.',
  },
} as const;
