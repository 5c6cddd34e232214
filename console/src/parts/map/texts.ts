/** Words of the map itself. */
export const texts = {
  map: { zh: '地图', en: 'Map' },
  maker: { zh: '地图来源', en: 'Source of the map' },
  noGround: {
    zh: '本街道还没有导入边界，暂时画不出地图；请管理员先导入边界（见运维手册）。',
    en: 'This subdistrict has no boundaries yet, so there is no map. Ask an administrator to import them (see operations).',
  },
  cannotDraw: {
    zh: '这个浏览器画不出地图；请改看表格，数字相同。',
    en: 'This browser cannot draw maps. The table tells the same in figures.',
  },
  legend: { zh: '图例', en: 'Legend' },
  pair: { zh: '疑似重复', en: 'Possible duplicates' },
  late: { zh: '已逾期', en: 'Late' },
  loadOf: { zh: '每名网格员的未办结工单', en: 'Open cases per grid worker' },
  band: { zh: '{from}–{to} 件', en: '{from}–{to}' },
  bandOver: { zh: '{from} 件以上', en: '{from} and more' },
  bandUnder: { zh: '不足 {to} 件', en: 'Under {to}' },
} as const;
