/** Refusals of acts on many cases and of taking back. */
export const bulkRefusals = {
  'cases.bulk_not_yours': {
    status: 403,
    zh: '本岗位不能批量做这件事，请选本岗位的操作。',
    en: 'This post does not do that. Choose an act of your own post.',
  },
  'cases.bulk_needs': {
    status: 422,
    zh: '还缺一项：并单请选主单并写明理由，二级交办请选班组或网格。',
    en: 'Something is missing: to merge choose the main case and a reason, to pass on choose a team or grid.',
  },
  'cases.recall_too_late': {
    status: 409,
    zh: '承办单位已签收或已联系居民，不能撤回；请由承办单位申请退单。',
    en: 'The unit has acknowledged it or spoken with the reporter. It cannot be taken back; the unit may ask to return it.',
  },
  'cases.nothing_to_take_back': {
    status: 409,
    zh: '这件没有交给班组或网格，无需收回。',
    en: 'This case was not passed to a team or grid; there is nothing to take back.',
  },
  'cases.not_merged': {
    status: 409,
    zh: '这件没有并入其他工单，或并单已撤销。',
    en: 'This case is not merged into another, or the merge was undone already.',
  },
} as const;
