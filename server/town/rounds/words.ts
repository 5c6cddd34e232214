import type { AppealAbout, VisitNeed, VisitPurpose } from '@fengqiao/contract/rounds.ts';

/** What is looked at in a grid, from the point that every grid has to those that only some have. */
export const pointNames = [
  '消防泵房',
  '电动自行车充电棚',
  '地下车库出入口',
  '配电间',
  '垃圾分类亭',
  '沿河护栏',
] as const;

/** What workers write at the end of a patrol on which they saw such a point; often there is nothing to say. */
export const remarks: readonly { readonly point: (typeof pointNames)[number]; readonly text: string }[] = [
  { point: '电动自行车充电棚', text: '充电棚灭火器压力正常，已清理堆放的纸箱。' },
  { point: '电动自行车充电棚', text: '有一根充电线外皮破损，已断电并通知物业更换。' },
  { point: '地下车库出入口', text: '车库口消防通道停了一辆面包车，已电话请车主挪开。' },
  { point: '沿河护栏', text: '护栏有一段松动，已另行上报。' },
  { point: '垃圾分类亭', text: '垃圾亭地面湿滑，已提醒保洁铺防滑垫。' },
  { point: '消防泵房', text: '泵房压力表正常，门锁已上油。' },
  { point: '配电间', text: '配电间门口堆了旧家具，已请住户当天搬走。' },
];

type Told = { readonly purpose: VisitPurpose; readonly needs: readonly VisitNeed[]; readonly text: string };

/** What visits were for and what came of them; nothing in it tells who somebody is. */
export const visits: readonly Told[] = [
  { purpose: 'support', needs: ['repair'], text: '厨房水龙头漏水，自己修不了，已联系社区便民维修。' },
  { purpose: 'policy', needs: ['benefit'], text: '讲解了居民医保缴费，想请社区帮忙在手机上办。' },
  { purpose: 'safety', needs: [], text: '提醒电动车不上楼，已当面签收告知单。' },
  { purpose: 'routine', needs: [], text: '' },
  { purpose: 'after_case', needs: [], text: '楼道灯已修好，住户表示满意。' },
  { purpose: 'routine', needs: ['neighbours'], text: '楼上夜里有拖动家具的声音，希望社区出面说一说。' },
  { purpose: 'safety', needs: ['safety'], text: '燃气软管老化，已约燃气公司上门更换。' },
  { purpose: 'support', needs: ['help'], text: '腿脚不便，想请助餐点送午饭，已登记。' },
  { purpose: 'policy', needs: [], text: '告知加装电梯的征求意见时间和地点。' },
  { purpose: 'after_case', needs: ['repair'], text: '下水道疏通后又有返味，已请维修师傅再看一次。' },
  { purpose: 'routine', needs: ['other'], text: '希望楼下长椅多放两把，已转社区议事会。' },
  { purpose: 'safety', needs: ['safety'], text: '楼道里停了婴儿车和旧柜子，已约定周末清走。' },
  { purpose: 'support', needs: [], text: '新搬来的住户，介绍了社区服务电话和网格群。' },
  { purpose: 'policy', needs: ['benefit'], text: '问居住证续签要带什么材料，已列清单并约好办理时间。' },
];

type Objection = {
  readonly grid: string;
  readonly ago: number;
  readonly about: AppealAbout;
  readonly text: string;
  /** What the supervisor said so many days later; null while it waits. */
  readonly answer: { readonly after: number; readonly upheld: boolean; readonly text: string } | null;
};

export const objections: readonly Objection[] = [
  {
    grid: 'c01-g02',
    ago: 19,
    about: 'duty',
    text: '店招脱落应由城管处置，我到场只做了警戒，不应记为我办结超时。',
    answer: { after: 2, upheld: true, text: '情况属实，已更正为协助，超时不计。' },
  },
  {
    grid: 'c01-g01',
    ago: 12,
    about: 'evidence',
    text: '照片是雨天补拍的，光线暗，但确实在现场，请重新看一下。',
    answer: { after: 1, upheld: true, text: '比对了前后两张照片，位置一致，标记已撤销。' },
  },
  {
    grid: 'c02-g01',
    ago: 8,
    about: 'check',
    text: '核查说积水没有清完，那天下午又下了雨，不是没有处理。',
    answer: {
      after: 2,
      upheld: false,
      text: '当天雨量不大，积水点排水口仍有堵塞，已安排疏通，核查结论保留。',
    },
  },
  {
    grid: 'c01-g01',
    ago: 2,
    about: 'count',
    text: '前几天协助社区清点了两处堆放，工作量里没有看到。',
    answer: null,
  },
];
