/** The work lists by the names they have on the screen and in an export. */
export const deskNames = {
  all: { zh: '全部', en: 'All' },
  open: { zh: '未办结', en: 'Open' },
  mine: { zh: '本单位', en: 'My unit' },
  intake: { zh: '待受理', en: 'To take in' },
  to_verify: { zh: '待核实', en: 'To verify' },
  to_register: { zh: '待立案', en: 'To register' },
  to_dispatch: { zh: '待分拨', en: 'To dispatch' },
  arbitration: { zh: '待仲裁', en: 'In arbitration' },
  to_acknowledge: { zh: '待签收', en: 'To acknowledge' },
  in_hand: { zh: '处置中', en: 'In hand' },
  to_check: { zh: '待核查', en: 'To check' },
  to_close: { zh: '待结案', en: 'To close' },
  to_archive: { zh: '待归档', en: 'To archive' },
  held: { zh: '挂账中', en: 'On hold' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  reopening: { zh: '申请重办', en: 'Asks to reopen' },
} as const;
