import type { Position } from '../../src/modules/grids/domain/geojson.ts';

/** A line as it is noted here: corners `x,y` in metres east and north of the centre. */
export type Drawn = readonly [zh: string, en: string, width: number, corners: string];

/** The border of the street, before it is brought to its exact area. */
export const OUTLINE =
  '1780,-200 1850,350 1700,900 1420,1330 900,1480 300,1420 -200,1560 -800,1500 -1350,1380 -1720,980 -1800,420 -1900,-150 -1720,-720 -1480,-1180 -950,-1420 -380,-1360 150,-1540 750,-1480 1300,-1350 1620,-850';
/** The lake in its park. */
export const LAKE = '945,-690 980,-590 1080,-560 1190,-610 1235,-720 1170,-830 1060,-850 970,-800';
/** The ring road. */
export const RING =
  '1390,-60 1310,480 960,900 350,985 -350,950 -930,985 -1340,580 -1400,20 -1300,-560 -960,-1090 -330,-1160 350,-1200 1000,-1090 1360,-560';

/** The river the town grew on. */
export const RIVERS: readonly Drawn[] = [
  [
    '枫江',
    'Feng River',
    42,
    '-1250,1850 -1050,1350 -1120,950 -820,640 -640,330 -760,-20 -520,-330 -300,-640 -380,-980 -120,-1280 -60,-1850',
  ],
];

/** Canals; they and the roads part the blocks. */
export const CANALS: readonly Drawn[] = [
  [
    '北塘河',
    'Beitang Canal',
    26,
    '-2200,760 -1600,640 -1050,700 -700,640 -150,720 350,640 900,720 1450,610 2200,690',
  ],
  [
    '市河',
    'Old Town Canal',
    13,
    '-830,170 -480,215 -150,180 200,230 420,100 390,-220 470,-520 280,-780 -60,-740 -460,-830',
  ],
  ['横河', 'Heng Canal', 9, '-680,-235 -300,-190 -90,-260 180,-215 530,-280'],
  ['荻溪', 'Di Creek', 17, '-2200,-380 -1600,-300 -1250,-470 -950,-390 -350,-350'],
  ['菱塘河', 'Lingtang Canal', 18, '1010,760 920,380 1030,60 880,-260 840,-560 900,-900 820,-1200 880,-1850'],
  ['青荷浜', 'Qinghe Canal', 12, '2200,-280 1600,-170 1240,-300 800,-260'],
  ['南塘河', 'Nantang Canal', 14, '-2200,-1010 -1300,-930 -800,-1010 -360,-920 60,-1010 470,-1080 930,-1010'],
];

/** The two widest roads. */
export const AVENUES: readonly Drawn[] = [
  [
    '听枫大道',
    'Tingfeng Avenue',
    42,
    '-2200,250 -1500,330 -900,400 -350,425 300,400 900,330 1500,400 2200,330',
  ],
  ['枫林路', 'Fenglin Road', 36, '620,1850 560,1200 640,700 600,350 680,0 620,-450 560,-900 620,-1850'],
];

/** Roads that part the quarters. */
export const SECONDARY: readonly Drawn[] = [
  [
    '橹声路',
    'Lusheng Road',
    24,
    '-1080,-1850 -1020,-1200 -1120,-700 -1040,-150 -1150,300 -1000,800 -640,1150 -560,1850',
  ],
  ['荻花路', 'Dihua Road', 20, '-1600,-1500 -1560,-700 -1650,0 -1560,600 -1480,1400'],
  ['望湖路', 'Wanghu Road', 20, '1640,-1300 1560,-600 1620,0 1540,600 1420,1450'],
  ['创业路', 'Chuangye Road', 28, '-1950,1060 -1200,1130 -400,1180 500,1190 1250,1090 1850,1120'],
  ['纺织路', 'Fangzhi Road', 18, '-260,330 -220,700 -180,1100 -240,1650'],
  ['机电路', 'Jidian Road', 18, '195,330 190,680 210,1150 150,1600'],
  ['精工路', 'Jinggong Road', 18, '1040,790 1020,1100 1090,1600'],
  ['菱塘路', 'Lingtang Road', 20, '550,-400 860,-390 1300,-480 2000,-420'],
  ['桂雨路', 'Guiyu Road', 20, '-2000,-640 -1500,-700 -1100,-640 -700,-690 -180,-640'],
  ['乌篷路', 'Wupeng Road', 18, '590,30 1050,70 1600,30 2100,90'],
  ['竹影路', 'Zhuying Road', 18, '-2000,10 -1500,70 -1050,20 -640,50'],
];

/** Streets of the old town. */
export const STREETS: readonly Drawn[] = [
  ['石板街', 'Shiban Street', 9, '-860,-60 -420,-20 -90,-70 240,-30 770,-50'],
  ['染坊弄', 'Ranfang Lane', 8, '-130,500 -90,60 -130,-330 -80,-700 -120,-1260'],
  ['米市街', 'Mishi Street', 8, '-560,-440 -120,-470 200,-430 740,-480'],
  ['书院巷', 'Shuyuan Lane', 8, '188,470 170,80 215,-300 180,-700 200,-1270'],
];

/** Dead-end creeks 浜; where they lie is left to chance. */
export const CREEKS: readonly (readonly [zh: string, en: string])[] = [
  ['菱角浜', 'Lingjiao Creek'],
  ['鸭舌浜', 'Yashe Creek'],
  ['木排浜', 'Mupai Creek'],
  ['香樟浜', 'Xiangzhang Creek'],
  ['蚕房浜', 'Canfang Creek'],
  ['酒坊浜', 'Jiufang Creek'],
  ['踏板浜', 'Taban Creek'],
  ['荷叶浜', 'Heye Creek'],
  ['鹭鸶浜', 'Lusi Creek'],
  ['芦根浜', 'Lugen Creek'],
  ['瓦窑浜', 'Wayao Creek'],
  ['水车浜', 'Shuiche Creek'],
  ['船坊浜', 'Chuanfang Creek'],
  ['柳树浜', 'Liushu Creek'],
];

/** Corners `x,y x,y …` as positions in metres. */
export function corners(noted: string): Position[] {
  return noted.split(' ').map((corner): Position => {
    const [x = 0, y = 0] = corner.split(',').map(Number);
    return [x, y];
  });
}
