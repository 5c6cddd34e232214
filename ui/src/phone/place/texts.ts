import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  here: { zh: '用我现在的位置', en: 'Use my position' },
  accuracy: { zh: '已定位，误差约 {n} 米。', en: 'Located, within about {n} m.' },
  rough: { zh: '误差较大，请在图上点准一些，或写清地址。', en: 'That is rough. Touch the exact spot on the map, or write the address.' },
  noDevice: { zh: '这台设备不能定位，请搜地址或在图上点选。', en: 'This device cannot locate itself. Search an address or touch the map.' },
  denied: { zh: '没有得到定位许可。可在浏览器设置里允许，或直接搜地址、在图上点选。', en: 'Locating was not allowed. Allow it in the browser, or search an address or touch the map.' },
  notFound: { zh: '没能定位，可能信号不好。请再试一次，或搜地址、在图上点选。', en: 'Your position was not found; the signal may be weak. Try again, search an address or touch the map.' },
  address: { zh: '地址或位置描述', en: 'Address or description' },
  addressHint: { zh: '例如“枫江路 28 号北门旁”。写楼名、路名可直接选。', en: 'Such as “beside the north gate, 28 Fengjiang Road”. Type a building or road to choose it.' },
  found: { zh: '选择地址', en: 'Choose an address' },
  map: { zh: '街道地图：点一下选位置。键盘：方向键移动，回车选中，加减号缩放。', en: 'Street map: touch to choose. Keyboard: arrows move, Enter chooses, plus and minus zoom.' },
  chosen: { zh: '已选位置', en: 'Chosen place' },
  chosenMap: { zh: '已在图上选定位置。', en: 'Chosen on the map.' },
  chosenAddress: { zh: '已选：{address}', en: 'Chosen: {address}' },
  nearer: { zh: '放大', en: 'Zoom in' },
  farther: { zh: '缩小', en: 'Zoom out' },
  only: { zh: '只写地址，请工作人员定位', en: 'Only the address; staff will find it' },
  onlyChosen: { zh: '将由工作人员按地址定位，请把地址写清楚。', en: 'Staff will find it by your words; please write the address clearly.' },
  outside: { zh: '这个位置不在本街道范围内。', en: 'This place lies outside the subdistrict.' },
} as const satisfies Record<string, Both>;
