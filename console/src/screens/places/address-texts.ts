/** Words of the address book. */
export const addressTexts = {
  says: {
    zh: '标准地址库：自街路巷、小区到门牌、幢、单元、室逐级查看；房屋和在住人数按岗位范围统计，只说几处几人，不说是谁。',
    en: 'The address book from road or estate down to the door. Homes and people are counted within the reach of your post: how many, not who.',
  },
  find: { zh: '地址的任意一段', en: 'Any part of an address' },
  top: { zh: '全部', en: 'All' },
  address: { zh: '地址', en: 'Address' },
  level: { zh: '级别与代码', en: 'Level and code' },
  ours: { zh: '自定', en: 'ours' },
  below: { zh: '下级', en: 'Below' },
  homes: { zh: '房屋', en: 'Homes' },
  people: { zh: '在住（人）', en: 'People' },
  place: { zh: '网格', en: 'Grid' },
  source: { zh: '来源、日期、核实单位', en: 'Source, day, vouched by' },
  nothingBelow: { zh: '这里没有下级地址。', en: 'Nothing lies below.' },
  nothingFound: { zh: '没有符合的地址。', en: 'No such address.' },
  levels: {
    zh: '代码为 GA/T 2000.32—2014 的地址要素代码（如 41 街路巷、42 小区、34 组）；门牌号、幢、单元、层、室在该表中没有代码，为本平台自定级别。每条地址的来源、日期和核实单位适用于它的全部要素。',
    en: 'Codes are those of address elements in GA/T 2000.32-2014 (such as 41 road, 42 estate, 34 villagers’ group). That table has none for number, building, entrance, floor and room: these levels are ours. Source, day and unit of an address hold for all its elements.',
  },
} as const;
