import type { Both } from '../both.ts';

/** Where a case stands. */
export const states = {
  received: { zh: '已受理', en: 'Received' },
  verifying: { zh: '核实中', en: 'Being verified' },
  registered: { zh: '已立案', en: 'Registered' },
  negotiating: { zh: '商定中', en: 'In consultation' },
  dispatched: { zh: '已分拨', en: 'Dispatched' },
  handling: { zh: '处置中', en: 'Being handled' },
  handled: { zh: '待核查', en: 'Awaiting check' },
  closed: { zh: '已结案', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
  held: { zh: '挂账', en: 'On hold' },
  declined: { zh: '不予受理', en: 'Declined' },
  merged: { zh: '已并单', en: 'Merged' },
  voided: { zh: '已作废', en: 'Voided' },
} as const satisfies Record<string, Both>;
export type State = keyof typeof states;

/** States in which somebody still owes the reporter something. */
export const openStates = [
  'received',
  'verifying',
  'registered',
  'negotiating',
  'dispatched',
  'handling',
  'handled',
  'held',
] as const satisfies State[];

export const grades = {
  S: { zh: '特急', en: 'Emergency' },
  A: { zh: '紧急', en: 'Urgent' },
  B: { zh: '一般', en: 'General' },
  C: { zh: '疑难', en: 'Complex' },
  Q: { zh: '咨询', en: 'Enquiry' },
} as const satisfies Record<string, Both>;
export type Grade = keyof typeof grades;

export const classes = {
  approval: { zh: '审批类', en: 'Approval' },
  enforcement: { zh: '执法类', en: 'Enforcement' },
  service: { zh: '服务类', en: 'Service' },
  mediation: { zh: '矛盾化解类', en: 'Mediation' },
} as const satisfies Record<string, Both>;
export type Class = keyof typeof classes;

export const bases = {
  statutory: { zh: '法定', en: 'Statutory' },
  negotiated: { zh: '商定', en: 'Negotiated' },
  designated: { zh: '指定', en: 'Designated' },
} as const satisfies Record<string, Both>;
export type Basis = keyof typeof bases;

/** Whose duty a matter is, after the three duty lists 履职事项清单. */
export const duties = {
  basic: { zh: '基本履职', en: 'Own duty' },
  assist: { zh: '配合履职', en: 'Assisting duty' },
  recalled: { zh: '上级收回', en: 'Recalled by upper level' },
} as const satisfies Record<string, Both>;
export type Duty = keyof typeof duties;

export const channels = {
  resident: { zh: '居民端', en: 'Resident app' },
  field: { zh: '网格巡查', en: 'Grid patrol' },
  hotline: { zh: '12345 热线', en: '12345 hotline' },
  phone: { zh: '街道电话', en: 'Phone' },
  window: { zh: '服务窗口', en: 'Service window' },
  paper: { zh: '书面来信', en: 'Letter' },
  upstream: { zh: '上级交办', en: 'From upper level' },
  open311: { zh: '开放接口', en: 'Open311' },
  sensor: { zh: '感知设备', en: 'Sensor' },
  import: { zh: '历史导入', en: 'Import' },
} as const satisfies Record<string, Both>;
export type Channel = keyof typeof channels;

export const placeKinds = {
  road: { zh: '车行道', en: 'Roadway' },
  sidewalk: { zh: '人行道', en: 'Sidewalk' },
  estate: { zh: '小区内', en: 'Inside an estate' },
  market: { zh: '市场商铺', en: 'Market or shop' },
  park: { zh: '公园绿地', en: 'Park or green' },
  water: { zh: '河道水面', en: 'Waterway' },
  site: { zh: '工地', en: 'Construction site' },
  indoor: { zh: '户内楼内', en: 'Indoors' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Both>;
export type PlaceKind = keyof typeof placeKinds;

export const checkMethods = {
  onsite: { zh: '现场核查', en: 'On site' },
  document: { zh: '材料核查', en: 'By document' },
  phone: { zh: '电话核查', en: 'By phone' },
  record: { zh: '记录核查', en: 'By record' },
} as const satisfies Record<string, Both>;
export type CheckMethod = keyof typeof checkMethods;

export const outcomes = {
  solved: { zh: '已解决', en: 'Solved' },
  explained: { zh: '已答复说明（未能解决）', en: 'Answered, not solved' },
  referred: { zh: '已转法定途径', en: 'Referred to a statutory route' },
} as const satisfies Record<string, Both>;
export type Outcome = keyof typeof outcomes;

/** The exits by which a report may be declined; after the Beijing and Weifang regulations. */
export const exits = {
  EXIT_EMERGENCY: { zh: '紧急警情转专线', en: 'Emergency: passed to 110/119/120/122' },
  EXIT_LEGAL_ROUTE: { zh: '应走法定途径', en: 'Belongs to a statutory route' },
  EXIT_DUPLICATE: { zh: '重复诉求（并单）', en: 'Duplicate (joined)' },
  EXIT_SECRET: { zh: '涉密涉隐私', en: 'State or trade secret, privacy' },
  EXIT_OUT_OF_SCOPE: { zh: '超出政府职责', en: 'Outside public duties' },
  EXIT_UNLAWFUL: { zh: '违法违背公序良俗', en: 'Unlawful demand' },
  EXIT_LAWFULLY_CONCLUDED: { zh: '已有合法结论', en: 'Lawfully concluded already' },
  EXIT_NOT_FOUND: { zh: '现场核实不存在', en: 'Verified on site: not there' },
} as const satisfies Record<string, Both>;
export type Exit = keyof typeof exits;

export const holdReasons = {
  engineering: { zh: '需工程施工', en: 'Needs engineering works' },
  season: { zh: '受季节天气限制', en: 'Season or weather' },
  procedure: { zh: '法定程序期间', en: 'A legal procedure runs' },
  owner: { zh: '需查找或协商权利人', en: 'Owner to be found or agreed with' },
  funds: { zh: '需列入资金计划', en: 'Waits for funds' },
  upper: { zh: '需上级部门配合', en: 'Waits for an upper level' },
} as const satisfies Record<string, Both>;
export type HoldReason = keyof typeof holdReasons;

export const requestKinds = {
  extension: { zh: '延期', en: 'Extension' },
  return: { zh: '退单', en: 'Return' },
  hold: { zh: '挂账', en: 'Hold' },
  void: { zh: '作废', en: 'Void' },
  escalation: { zh: '提级', en: 'Escalation' },
  type_change: { zh: '变更类别', en: 'Change of type' },
  termination: { zh: '终止（诉求人不配合）', en: 'Termination (reporter does not cooperate)' },
} as const satisfies Record<string, Both>;
export type RequestKind = keyof typeof requestKinds;

export const clockKinds = {
  overall: { zh: '全程', en: 'Overall' },
  register: { zh: '立案', en: 'Registration' },
  first_action: { zh: '先行处置', en: 'First action' },
  arbitration: { zh: '仲裁', en: 'Arbitration' },
  request_decision: { zh: '申请审批', en: 'Decision on a request' },
  close: { zh: '结案', en: 'Closing' },
  verify: { zh: '核实', en: 'Verification' },
  dispatch: { zh: '分拨', en: 'Dispatch' },
  consultation: { zh: '商定', en: 'Consultation' },
  sign: { zh: '签收', en: 'Acknowledgement' },
  contact: { zh: '联系诉求人', en: 'First contact' },
  task: { zh: '协办', en: 'Joint task' },
  return_decision: { zh: '退单审定', en: 'Return decision' },
  check: { zh: '核查', en: 'Check' },
  callback: { zh: '回访', en: 'Callback' },
  milestone: { zh: '节点', en: 'Milestone' },
  review: { zh: '挂账复核', en: 'Hold review' },
  supervision: { zh: '督办答复', en: 'Answer to a supervision order' },
  whistle: { zh: '报到', en: 'Whistle answer' },
  reopening: { zh: '重办申请答复', en: 'Answer to a reopening request' },
} as const satisfies Record<string, Both>;
export type ClockKind = keyof typeof clockKinds;

/** What may be done to a case; each name is also its activity. The server says for each whether, and why not. */
export const acts = {
  verify: { zh: '安排核实', en: 'Send to verify' },
  report_verification: { zh: '反馈核实结果', en: 'Report the verification' },
  register: { zh: '立案', en: 'Register' },
  decline: { zh: '不予受理', en: 'Decline' },
  consult: { zh: '发起商定', en: 'Open a consultation' },
  dispatch: { zh: '分拨', en: 'Dispatch' },
  designate: { zh: '指定承办', en: 'Designate' },
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  contact: { zh: '联系诉求人', en: 'Contact the reporter' },
  assign_on: { zh: '二级交办', en: 'Pass to team or grid' },
  add_task: { zh: '增加协办', en: 'Add a joint task' },
  report_handled: { zh: '反馈处置结果', en: 'Report handled' },
  check: { zh: '核查', en: 'Check' },
  close: { zh: '结案', en: 'Close' },
  archive: { zh: '归档', en: 'Archive' },
  merge: { zh: '并单', en: 'Merge' },
  ask_return: { zh: '申请退单', en: 'Ask to return' },
  ask_extension: { zh: '申请延期', en: 'Ask for an extension' },
  ask_hold: { zh: '申请挂账', en: 'Ask to hold' },
  ask_void: { zh: '申请作废', en: 'Ask to void' },
  ask_escalation: { zh: '申请提级', en: 'Ask to escalate' },
  ask_type_change: { zh: '申请变更类别', en: 'Ask to change the type' },
  ask_termination: { zh: '申请终止', en: 'Ask to terminate' },
  resume: { zh: '解除挂账', en: 'End the hold' },
  supervise: { zh: '督办', en: 'Supervise' },
  whistle: { zh: '吹哨', en: 'Whistle' },
} as const satisfies Record<string, Both>;
export type Act = keyof typeof acts;

/** Why a reporter is not satisfied; the keys are what is stored. */
export const unsolvedReasons = {
  nothing_done: { zh: '没有人来处理', en: 'Nobody came' },
  only_words: { zh: '只有答复，没有解决', en: 'Words, but no solution' },
  came_back: { zh: '又出现了', en: 'It came back' },
  half_done: { zh: '没有处理彻底', en: 'Only half done' },
  too_slow: { zh: '时间太长', en: 'It took too long' },
  not_told: { zh: '没有告诉我结果', en: 'Nobody told me' },
  manner: { zh: '态度不好', en: 'The manner was poor' },
} as const satisfies Record<string, Both>;
export type UnsolvedReason = keyof typeof unsolvedReasons;
