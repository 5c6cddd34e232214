import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { Random } from '../names/random.ts';

const openings = ['', '', '', '您好，', '你好，我是附近居民，', '反映一个问题：', '麻烦帮忙看一下，'];
const since = [
  '好几天了',
  '从上周开始',
  '今天早上发现',
  '昨天晚上开始',
  '有一个多月了',
  '刚刚看到',
  '又出现了',
  '',
];
const effects = [
  '影响出行',
  '老人小孩走路不安全',
  '气味很大',
  '大家都有意见',
  '下雨天更严重',
  '晚上看不清',
  '吵得没法休息',
  '邻居也说过几次',
  '',
];
const wishes = [
  '请尽快处理',
  '希望派人来看看',
  '麻烦给个答复',
  '谢谢',
  '请问归哪个部门管',
  '希望能彻底解决',
  '',
];

/** What somebody writes about a matter of this type at a place; keywords are those residents really use. */
export function reportText(random: Random, row: ListRow, address: string): string {
  const what =
    row.keywords.length > 0
      ? random.pick(row.keywords.filter((word) => /[一-鿿]/u.test(word)).concat(row.zh))
      : row.zh;
  const parts = [
    `${random.pick(openings)}${address}${random.pick(['这里', '附近', '门口', '旁边', ''])}${what}`,
    random.pick(since),
    random.pick(effects),
    random.pick(wishes),
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

export const found = (random: Random): string =>
  random.pick([
    '现场属实，已拍照。',
    '到场查看，情况属实。',
    '属实，范围不大。',
    '与反映一致，需要专业单位处理。',
  ]);
export const notFound = (random: Random): string =>
  random.pick([
    '到场未发现所述情况，走访两户居民均称没有。',
    '现场已无此情况。',
    '按地址查找未见，电话联系不上诉求人。',
  ]);
export const contacted = (random: Random): string =>
  random.pick([
    '已电话联系，说明办理安排。',
    '已上门见面，确认位置。',
    '已联系，约定明天上午到场。',
    '电话沟通，诉求人要求尽快。',
  ]);
export const handled = (random: Random, row: ListRow): string =>
  random.pick([
    `已按要求处置，${row.closeCondition || '问题已消除'}。`,
    `到场处理完毕：${row.closeCondition || '恢复原状'}。`,
    `已完成，附现场照片。${row.closeCondition}`,
    `已协调处理到位，${row.closeCondition || '并告知周边住户'}。`,
  ]);
export const checked = (random: Random): string =>
  random.pick([
    '到场核对，与反馈一致。',
    '现场已恢复，符合办结标准。',
    '照片与现场相符。',
    '走访一户居民，确认已处理。',
  ]);
export const failed = (random: Random): string =>
  random.pick([
    '现场仍有遗留，未达到办结标准。',
    '照片角度回避了问题部位，到场未处理干净。',
    '只清理了一半，旁边还有。',
  ]);
export const unhappy = (random: Random): string =>
  random.pick([
    '第二天又这样了',
    '没有人来过',
    '只是来拍了张照片',
    '处理了一部分，没有彻底解决',
    '答复了，但问题还在',
  ]);
export const taskWork = (random: Random): string =>
  random.pick([
    '已到场配合处理。',
    '已提供名单并协助联系。',
    '已完成现场疏导。',
    '已出动人员配合，作业完成。',
  ]);
export const joint = (random: Random): string =>
  random.pick([
    '协助清运现场堆物',
    '协助联系业主并疏导',
    '提供管线图纸并到场配合',
    '协助维持现场秩序',
    '协助查找责任人',
  ]);
