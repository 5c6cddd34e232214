import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  here: { zh: '用我现在的位置', en: 'Use my position' },
  accuracy: { zh: '已定位，误差约 {n} 米。', en: 'Located, within about {n} m.' },
  rough: {
    zh: '误差较大，请在图上点准一些，或写清地址。',
    en: 'That is rough. Touch the exact spot on the map, or write the address.',
  },
  liesIn: { zh: '在{community}。', en: 'In {community}.' },
  noDevice: {
    zh: '这台设备不能定位，请搜地址或在图上点选。',
    en: 'This device cannot locate itself. Search an address or touch the map.',
  },
  denied: {
    zh: '没有得到定位许可。可在浏览器设置里允许，或直接搜地址、在图上点选。',
    en: 'Locating was not allowed. Allow it in the browser, or search an address or touch the map.',
  },
  notFound: {
    zh: '没能定位，可能信号不好。请再试一次，或搜地址、在图上点选。',
    en: 'Your position was not found; the signal may be weak. Try again, search an address or touch the map.',
  },
  address: { zh: '地址或位置描述', en: 'Address or description' },
  addressHint: {
    zh: '写路名、楼名可直接选；也可以自己描述，例如“北门旁”。',
    en: 'Type a road or building to choose it, or describe it, such as “beside the north gate”.',
  },
  found: { zh: '选择地址', en: 'Choose an address' },
  foundCount: { zh: '找到 {n} 个地址', en: '{n} addresses found' },
  map: {
    zh: '街道地图，点一下或拖动选位置。键盘：方向键移动，加减号缩放。',
    en: 'Street map: touch or drag to choose. Keyboard: arrows move, plus and minus zoom.',
  },
  chosenMap: { zh: '已在图上选定位置。', en: 'Chosen on the map.' },
  chosenAddress: { zh: '已按地址选定位置。', en: 'Chosen by its address.' },
  nearer: { zh: '放大', en: 'Zoom in' },
  farther: { zh: '缩小', en: 'Zoom out' },
  outside: {
    zh: '这个位置不在本街道范围内，请重新选，或联系所在街道。',
    en: 'This place lies outside the subdistrict. Choose another, or contact the subdistrict concerned.',
  },
} as const satisfies Record<string, Both>;
