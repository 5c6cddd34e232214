import type { Change, Doubt, Proposal } from './story.ts';

/** Doubts about data: who doubts which resource, and what was answered. */
export const doubts: readonly Doubt[] = [
  {
    by: 'urban_ops',
    of: 'centre/治理工单',
    field: 'type',
    text: '部分井盖类工单归入了道路破损，请核对类别',
    daysAgo: 20,
    answer: '已按责任清单重新归类',
    corrected: true,
  },
  {
    by: 'construction',
    of: 'centre/建筑物',
    field: 'floors',
    text: '荻溪社区两幢楼层数与现场不符',
    daysAgo: 18,
    answer: null,
    corrected: false,
  },
  {
    by: 'econ_dev',
    of: 'market_reg/市场主体登记',
    field: 'state',
    text: '十余户已注销企业仍显示在业',
    daysAgo: 5,
    answer: null,
    corrected: false,
  },
  {
    by: 'c02',
    of: 'urban_ops/犬只登记',
    field: 'address',
    text: '两户登记住址已迁出本社区',
    daysAgo: 9,
    answer: '核实无误，犬证未办理迁移',
    corrected: false,
  },
];
/** Changes of duties, invented; the second is answered by a proposal below. */
export const changes: readonly Change[] = [
  {
    of: 'centre/建筑物',
    change: 'duty',
    basis: '街道机构职能调整，自建房台账划归建设管理局维护',
    daysAgo: 20,
  },
  {
    of: 'eco_env/排污口清单',
    change: 'duty',
    basis: '河长制信息公开职责划入生态环境办公室',
    daysAgo: 6,
  },
];

/** Changes that wait for somebody, or were sent back. */
export const proposals: readonly Proposal[] = [
  {
    of: 'construction/停车设施清单',
    change: { cycle: 'monthly' },
    reason: '停车诱导系统上线，改为每月更新',
    daysAgo: 6,
    endorsed: true,
    sentBack: null,
  },
  {
    of: 'eco_env/排污口清单',
    change: { openType: 'open' },
    reason: '河长制信息公开要求',
    daysAgo: 1,
    endorsed: true,
    sentBack: null,
  },
  {
    of: 'urban_ops/市政井盖台账',
    change: { cycle: 'monthly' },
    reason: '智能井盖接入后更新加快',
    daysAgo: 0.2,
    endorsed: false,
    sentBack: null,
  },
  {
    of: 'fire/消防通道台账',
    change: { openType: 'open' },
    reason: '方便居民查询',
    daysAgo: 9,
    endorsed: true,
    sentBack: '请先核对点位坐标，再申请开放',
  },
];
