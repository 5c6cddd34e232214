import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '我的网格', en: 'My grid' },
  community: { zh: '社区', en: 'Community' },
  households: { zh: '户数', en: 'Households' },
  area: { zh: '面积', en: 'Area' },
  hectares: { zh: '{n} 公顷', en: '{n} ha' },
  supervision: { zh: '监督电话', en: 'Supervision' },
  plan: { zh: '走访单（{n} 人）', en: 'To be visited ({n})' },
  offline: {
    zh: '没有网络：名册不存在手机上，联网后再查；走访单上的人可以照常走访。',
    en: 'No network. The register is not kept on the phone; those on your list can be visited all the same.',
  },
  people: { zh: '名册（脱敏）', en: 'Register (masked)' },
  recorded: {
    zh: '目的：走访和上门服务。每次查看都有记录，本人可以查到。',
    en: 'Purpose: visits. Each look is recorded, and the person can read it.',
  },
  search: { zh: '姓名或地址', en: 'Name or address' },
  searchHint: { zh: '姓名写全；地址如“橹声路8号”', en: 'The full name, or an address with its number' },
  find: { zh: '查找', en: 'Search' },
  all: { zh: '看本网格的人', en: 'Show the people of my grid' },
  more: { zh: '下一页', en: 'Next page' },
  nobody: { zh: '没有找到。', en: 'Nobody was found.' },
  addToPlan: { zh: '放进走访单', en: 'Put on my list' },
  planned: { zh: '已在走访单', en: 'On my list' },
} as const satisfies Record<string, Both>;
