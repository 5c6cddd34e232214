/** Refusals of lists that leave the platform. */
export const exportsRefusals = {
  'exports.source_not_yours': {
    status: 403,
    zh: '您的岗位不能导出这类数据；确有需要，请由数据管理员申请。',
    en: 'Your post cannot export this kind of data; if it is needed, let a data steward ask for it.',
  },
  'exports.special_care': {
    status: 403,
    zh: '特定身份信息任何情况下都不能导出；请在系统内逐人办理。',
    en: 'Facts of special care are never exported; work on them person by person in the platform.',
  },
  'exports.fields_unknown': {
    status: 422,
    zh: '有的字段不在可导出的范围内，请刷新后重新选择。',
    en: 'Some fields cannot be exported; reload and choose again.',
  },
  'exports.too_many_rows': {
    status: 422,
    zh: '行数超过这一级数据的导出上限，请缩小筛选范围后再申请。',
    en: 'These are more rows than may leave at this grade; narrow the filters and ask again.',
  },
  'exports.nothing_there': {
    status: 422,
    zh: '按当前筛选没有可导出的行，请调整筛选条件。',
    en: 'No row fits these filters; change them.',
  },
  'exports.not_waiting': {
    status: 409,
    zh: '这份申请已经处理过，请刷新查看。',
    en: 'This was decided or withdrawn already; reload to see how.',
  },
  'exports.own_request': {
    status: 409,
    zh: '不能审批自己的申请，请由另一人审批。',
    en: 'Nobody approves their own export; let somebody else do it.',
  },
  'exports.not_your_approval': {
    status: 403,
    zh: '这份导出须由其他岗位审批，见申请上的审批要求。',
    en: 'This export needs the approval of another post, as its request says.',
  },
  'exports.grew': {
    status: 409,
    zh: '生成时的行数已超出批准的范围，请按现在的行数重新申请。',
    en: 'There are more rows now than the approval covers; ask again for what there is now.',
  },
  'exports.post_ended': {
    status: 409,
    zh: '申请人的岗位已经变动，不能再以原岗位导出；请以现岗位重新申请。',
    en: 'Whoever asked no longer holds that post; ask again from the post held now.',
  },
  'exports.not_ready': {
    status: 409,
    zh: '文件还没有生成或已经清除，请查看导出的状态。',
    en: 'The file is not made yet or was wiped; see the state of the export.',
  },
  'exports.expired': {
    status: 410,
    zh: '文件已过保存期限并被清除；仍需要请重新申请。',
    en: 'The file’s term is over and it was wiped; ask again if it is still needed.',
  },
  'exports.taken_enough': {
    status: 409,
    zh: '下载次数已用完；仍需要请重新申请。',
    en: 'The file was taken as often as allowed; ask again if it is still needed.',
  },
} as const;
