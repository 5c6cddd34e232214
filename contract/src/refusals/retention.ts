/** Refusals of erasing and keeping. */
export const retentionRefusals = {
  'retention.asked_already': {
    status: 409,
    zh: '已有一份未办结的删除申请，请等待答复或先撤回。',
    en: 'A request is open already; wait for its answer or withdraw it first.',
  },
  'retention.not_waiting': {
    status: 409,
    zh: '这一项已经决定、撤回或办完，请刷新查看。',
    en: 'This was decided, withdrawn or done; reload to see how.',
  },
  'retention.own_request': {
    status: 409,
    zh: '申请人不能自己决定，请由另一名专员办理。',
    en: 'Whoever asked cannot decide; let another officer do it.',
  },
  'retention.held': {
    status: 409,
    zh: '该对象处于法定保全中，保全解除前不得删除。',
    en: 'This stands under a legal hold; it cannot be erased before the hold is lifted.',
  },
  'retention.hold_stands': {
    status: 409,
    zh: '该对象已有生效的法定保全，无需重复设置。',
    en: 'A legal hold stands on this already.',
  },
  'retention.own_hold': {
    status: 409,
    zh: '设置人不能自己解除，请由另一名专员解除。',
    en: 'Whoever placed a hold cannot lift it; let another officer do it.',
  },
  'retention.term_fixed': {
    status: 409,
    zh: '这类数据的期限由程序或档案规定，不能在这里变更，也没有到期清点。',
    en: 'This term is set by the program or by archive rules; it is not changed here and has no timer.',
  },
  'retention.term_too_short': {
    status: 422,
    zh: '短于法定最短保存期限，请改长后再提交。',
    en: 'The law asks to keep this longer; choose a longer term.',
  },
  'retention.change_waits': {
    status: 409,
    zh: '这类数据已有一项变更待批，请先等它决定。',
    en: 'A change of this term waits already; let it be decided first.',
  },
  'retention.own_change': {
    status: 409,
    zh: '申请人不能自己批准，请由另一人决定。',
    en: 'Whoever asked for a change cannot decide it; let somebody else do it.',
  },
  'retention.timer_off': {
    status: 409,
    zh: '这类数据的到期处置已停用，请先申请启用。',
    en: 'This timer is switched off; ask to switch it on first.',
  },
  'retention.run_open': {
    status: 409,
    zh: '这类数据已有一次清点待批或正在执行，请先处理它。',
    en: 'A run of this timer is open already; deal with it first.',
  },
  'retention.own_run': {
    status: 409,
    zh: '您发起了这次清点或申请了这个期限，请由另一人批准。',
    en: 'You asked for this dry run or for its term; let somebody else approve it.',
  },
  'retention.run_stale': {
    status: 409,
    zh: '清点后期限变更过，或已超过 14 天，请重新清点。',
    en: 'The term changed since, or the count is older than 14 days; count again.',
  },
  'retention.passage_changed': {
    status: 409,
    zh: '原文在此期间有变化，请重新打开再决定。',
    en: 'The passage has changed meanwhile; open it again and decide then.',
  },
  'retention.not_every_hit': {
    status: 422,
    zh: '请对找到的每一处都选择遮盖或保留。',
    en: 'Choose to mask or to keep for every find.',
  },
} as const;
