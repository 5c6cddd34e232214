import type { Both } from '../both.ts';
import { keysOf, OneOf } from '../shapes.ts';

type Words = Record<string, Both>;

/** The base libraries 基础库 and the business data of departments. */
export const bases = {
  population: { zh: '人口', en: 'Population' },
  organization: { zh: '法人', en: 'Organizations' },
  geography: { zh: '地理空间', en: 'Geography' },
  house: { zh: '房屋', en: 'Homes and buildings' },
  credit: { zh: '信用', en: 'Credit' },
  business: { zh: '业务', en: 'Business data' },
} as const satisfies Words;
export type Base = keyof typeof bases;
export const BaseName = OneOf(keysOf(bases));

/** Class 2 of the code 主题信息资源: what several departments make together. */
export const themes = {
  governance: { zh: '社会治理', en: 'Governance of the neighbourhood' },
  safety: { zh: '公共安全', en: 'Public safety' },
  livelihood: { zh: '民生保障', en: 'Livelihood' },
  environment: { zh: '生态环境', en: 'Environment' },
  economy: { zh: '营商服务', en: 'Services to business' },
  emergency: { zh: '应急管理', en: 'Emergencies' },
} as const satisfies Words;
export type Theme = keyof typeof themes;
export const ThemeName = OneOf(keysOf(themes));

/** What a rule of quality asks for (art. 18). */
export const qualityAspects = {
  complete: { zh: '完整', en: 'Complete' },
  accurate: { zh: '准确', en: 'Accurate' },
  timely: { zh: '及时', en: 'Timely' },
  consistent: { zh: '一致', en: 'Consistent' },
} as const satisfies Words;
export const QualityAspectName = OneOf(keysOf(qualityAspects));

/** 共享属性 (Government Data Sharing Regulations, Order 809, art. 14). */
export const shareTypes = {
  unconditional: { zh: '无条件共享', en: 'Shared without conditions' },
  conditional: { zh: '有条件共享', en: 'Shared under conditions' },
  none: { zh: '不予共享', en: 'Not shared' },
} as const satisfies Words;
export type ShareType = keyof typeof shareTypes;
export const ShareTypeName = OneOf(keysOf(shareTypes));

/** 共享方式 (art. 22). */
export const shareMethods = {
  service_api: { zh: '服务接口', en: 'Interface' },
  batch: { zh: '批量交换', en: 'Batch exchange' },
  file: { zh: '文件下载', en: 'File' },
} as const satisfies Words;
export type ShareMethod = keyof typeof shareMethods;
export const ShareMethodName = OneOf(keysOf(shareMethods));

export const openTypes = {
  open: { zh: '开放', en: 'Open to the public' },
  conditional: { zh: '有条件开放', en: 'Open under conditions' },
  none: { zh: '不开放', en: 'Not open' },
} as const satisfies Words;
export const OpenTypeName = OneOf(keysOf(openTypes));

/** How often the provider promises to update; `days` is what freshness is measured by, null where nothing is promised. */
export const cycles = {
  realtime: { zh: '实时', en: 'At once', days: 1 },
  daily: { zh: '每日', en: 'Daily', days: 1 },
  weekly: { zh: '每周', en: 'Weekly', days: 7 },
  monthly: { zh: '每月', en: 'Monthly', days: 31 },
  quarterly: { zh: '每季度', en: 'Quarterly', days: 92 },
  half_yearly: { zh: '每半年', en: 'Half-yearly', days: 184 },
  yearly: { zh: '每年', en: 'Yearly', days: 366 },
  irregular: { zh: '不定期', en: 'Irregular', days: null },
} as const satisfies Record<string, Both & { days: number | null }>;
export type Cycle = keyof typeof cycles;
export const CycleName = OneOf(keysOf(cycles));

export const formats = {
  database: { zh: '数据库', en: 'Database' },
  spreadsheet: { zh: '电子表格', en: 'Spreadsheet' },
  document: { zh: '电子文件', en: 'Document' },
  image: { zh: '图形图像', en: 'Image' },
  stream: { zh: '流媒体', en: 'Stream' },
  self_described: { zh: '自描述', en: 'Self-described' },
} as const satisfies Words;
export const FormatName = OneOf(keysOf(formats));

/** 数据分类分级 (GB/T 43697): a street holds important or core data only when it was told so. */
export const classifications = {
  general_1: { zh: '一般数据 1 级', en: 'General, level 1' },
  general_2: { zh: '一般数据 2 级', en: 'General, level 2' },
  general_3: { zh: '一般数据 3 级', en: 'General, level 3' },
  general_4: { zh: '一般数据 4 级', en: 'General, level 4' },
  important: { zh: '重要数据', en: 'Important data' },
  core: { zh: '核心数据', en: 'Core data' },
} as const satisfies Words;
export const ClassificationName = OneOf(keysOf(classifications));

export const itemTypes = {
  text: { zh: '文本', en: 'Text' },
  number: { zh: '数值', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  code: { zh: '代码', en: 'Code' },
  boolean: { zh: '是否', en: 'Yes or no' },
} as const satisfies Words;
export const ItemTypeName = OneOf(keysOf(itemTypes));

export const resourceStates = {
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
} as const satisfies Words;
export const ResourceStateName = OneOf(keysOf(resourceStates));

export const proposalStates = {
  drafted: { zh: '待补全审核', en: 'Waits to be completed' },
  proposed: { zh: '待部门负责人审核', en: 'Waits for the head of the unit' },
  endorsed: { zh: '待审核发布', en: 'Waits for publication' },
  published: { zh: '已发布', en: 'Published' },
  sent_back: { zh: '已退回', en: 'Sent back' },
} as const satisfies Words;
export const ProposalStateName = OneOf(keysOf(proposalStates));

/** What is asked for: another unit's data, data of an upper level, or one's own data back 回流 (art. 24). */
export const requestKinds = {
  share: { zh: '共享申请', en: 'Share' },
  upward: { zh: '向上级申请', en: 'From an upper level' },
  return: { zh: '数据回流', en: 'Return of local data' },
} as const satisfies Words;
export type RequestKind = keyof typeof requestKinds;
export const RequestKindName = OneOf(keysOf(requestKinds));

export const requestStates = {
  asked: { zh: '待本部门审核', en: 'Waits for its own unit' },
  submitted: { zh: '待提供部门答复', en: 'Waits for the provider' },
  supplement: { zh: '待补正', en: 'Waits for what is missing' },
  granted: { zh: '已同意，待提供', en: 'Granted, to be delivered' },
  active: { zh: '使用中', en: 'In use' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  refused: { zh: '不同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止，待销毁', en: 'Ended, to be disposed of' },
  disposed: { zh: '已销毁', en: 'Disposed of' },
} as const satisfies Words;
export type RequestState = keyof typeof requestStates;
export const RequestStateName = OneOf(keysOf(requestStates));

/** Nothing moves a request but one of these. */
export const requestActs = {
  ask: { zh: '提出申请', en: 'asked' },
  approve: { zh: '本部门审核同意', en: 'approved by its own unit' },
  withdraw: { zh: '撤回', en: 'withdrew' },
  ask_supplement: { zh: '一次性告知补正', en: 'said once what is missing' },
  supply: { zh: '补正', en: 'supplied what was missing' },
  extend: { zh: '批准延长答复', en: 'allowed more time' },
  grant: { zh: '同意', en: 'granted' },
  refuse: { zh: '不同意', en: 'refused' },
  deliver: { zh: '提供', en: 'delivered' },
  suspend: { zh: '暂停', en: 'suspended' },
  resume: { zh: '恢复', en: 'resumed' },
  terminate: { zh: '终止', en: 'ended' },
  expire: { zh: '到期终止', en: 'ended with its term' },
  dispose: { zh: '确认销毁', en: 'confirmed disposal' },
  dispute: { zh: '提出争议', en: 'disputed' },
  settle: { zh: '协商一致', en: 'settled' },
  to_coordination: {
    zh: '协商期满，转共享主管部门协调',
    en: 'negotiation ran out; the sharing authority coordinates',
  },
  coordinate: { zh: '协调', en: 'coordinated' },
  to_decision: { zh: '未能协调一致，转决定', en: 'not settled; it goes to be decided' },
  arbitrate: { zh: '决定', en: 'decided the dispute' },
  record_outside: { zh: '登记平台外的答复', en: 'recorded an answer from outside' },
  confirm_outside: { zh: '确认平台外的答复', en: 'confirmed the answer from outside' },
  reject_outside: { zh: '不认可所登记的答复', en: 'rejected the record of the answer' },
} as const satisfies Words;
export type RequestAct = keyof typeof requestActs;
export const RequestActName = OneOf(keysOf(requestActs));

/** Where a request of an upper level really went: no exchange system of our own across levels (art. 31). */
export const outsideWays = {
  province: { zh: '省政务数据共享平台', en: 'Sharing platform of the province' },
  city: { zh: '市政务数据共享平台', en: 'Sharing platform of the city' },
  district: { zh: '区政务数据共享平台', en: 'Sharing platform of the district' },
  paper: { zh: '纸质函件', en: 'A letter on paper' },
} as const satisfies Words;
export const OutsideWayName = OneOf(keysOf(outsideWays));

export const outsideOutcomes = {
  granted: { zh: '同意', en: 'Granted' },
  refused: { zh: '不同意', en: 'Refused' },
  delivered: { zh: '已提供数据', en: 'Delivered' },
} as const satisfies Words;
export type OutsideOutcome = keyof typeof outsideOutcomes;
export const OutsideOutcomeName = OneOf(keysOf(outsideOutcomes));

export const outsideStates = {
  recorded: { zh: '待本单位另一人确认', en: 'Waits for a second person' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  rejected: { zh: '未认可', en: 'Rejected' },
} as const satisfies Words;
export type OutsideState = keyof typeof outsideStates;
export const OutsideStateName = OneOf(keysOf(outsideStates));

/** Why a provider may say no; the text cites the clause (art. 15, 21). */
export const refusalGrounds = {
  law: {
    zh: '法律、行政法规或国务院决定规定不予共享',
    en: 'A law or decision of the State Council forbids it',
  },
  beyond_duty: { zh: '超出申请单位履职范围', en: 'Beyond the duties of who asks' },
  too_much: { zh: '超出最小必要范围', en: 'More than is necessary' },
  not_held: { zh: '本单位不掌握该数据', en: 'The unit does not hold it' },
  unsafe: { zh: '安全保障条件不足', en: 'It cannot be kept safe' },
} as const satisfies Words;
export type RefusalGround = keyof typeof refusalGrounds;
export const RefusalGroundName = OneOf(keysOf(refusalGrounds));

export const disputeSteps = {
  negotiating: { zh: '协商中', en: 'Being negotiated' },
  coordination: { zh: '协调中', en: 'Being coordinated' },
  arbitration: { zh: '待决定', en: 'Waits for a decision' },
  settled: { zh: '协商一致', en: 'Settled' },
  decided: { zh: '已决定', en: 'Decided' },
  lapsed: { zh: '随申请终结', en: 'Over with its request' },
} as const satisfies Words;
export type DisputeStep = keyof typeof disputeSteps;
export const DisputeStepName = OneOf(keysOf(disputeSteps));

/** Where a dispute is judged: by the common superior of both units (art. 28). */
export const disputeForums = {
  street: { zh: '街道', en: 'Subdistrict' },
  district: { zh: '区（共同上级）', en: 'District (common superior)' },
} as const satisfies Words;
export type DisputeForum = keyof typeof disputeForums;
export const DisputeForumName = OneOf(keysOf(disputeForums));

/** Who has a dispute before them, by forum and step. */
export const disputeDesks = {
  street: {
    coordination: { zh: '街道数据管理员协调', en: 'The data steward coordinates' },
    arbitration: { zh: '街道领导决定', en: 'The subdistrict leader decides' },
  },
  district: {
    coordination: {
      zh: '区政务数据共享主管部门协调',
      en: 'The sharing authority of the district coordinates',
    },
    arbitration: { zh: '区人民政府决定', en: 'The district government decides' },
  },
} as const satisfies Record<DisputeForum, Record<'coordination' | 'arbitration', Both>>;

/** What a check of a request against the law and the catalogue may find. */
export const findings = {
  not_shared: {
    zh: '该资源不予共享，须引用法律依据提出异议',
    en: 'The resource is not shared; dispute it by citing a law',
    blocks: true,
  },
  fields_unknown: {
    zh: '申请了目录中没有的数据项',
    en: 'Fields are asked for that the resource does not have',
    blocks: true,
  },
  special_care: { zh: '特定身份信息（G4）不得共享', en: 'Facts of grade G4 are never shared', blocks: true },
  no_law: {
    zh: '敏感个人信息（G3）须写明法律、法规依据的条款',
    en: 'Sensitive facts (G3) need the article of a law',
    blocks: true,
  },
  not_for_company: {
    zh: '企业和社会组织不得取得个人信息',
    en: 'Companies and social organizations get no personal data',
    blocks: true,
  },
  basis_to_check: {
    zh: '所引条文未与原文核对，使用前请由法务核对',
    en: 'The article was not held against its text; let a lawyer check it before it is used',
    blocks: false,
  },
  term_too_long: {
    zh: '使用期限超过一年，请说明理由',
    en: 'The term is longer than a year; say why',
    blocks: false,
  },
  whole_resource: {
    zh: '申请了全部数据项，请按最小必要减少',
    en: 'Every field is asked for; ask for the fewest that serve',
    blocks: false,
  },
  already_granted: {
    zh: '您单位已有生效的同类共享，可直接使用',
    en: 'Your unit already has this share in force',
    blocks: false,
  },
} as const satisfies Record<string, Both & { blocks: boolean }>;
export type Finding = keyof typeof findings;
export const FindingName = OneOf(keysOf(findings));
