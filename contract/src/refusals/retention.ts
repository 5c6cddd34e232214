/** Refusals of erasing and keeping. */
export const retentionRefusals = {
  'retention.asked_already': {
    status: 409,
    zh: '已有一份未办结的删除申请，请等待答复或先撤回。',
    en: 'A request is open already; wait for its answer or withdraw it first.',
  },
  'retention.not_waiting': {
    status: 409,
    zh: '这份申请已经决定或撤回，请刷新查看。',
    en: 'This was decided or withdrawn; reload to see how.',
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
} as const;
