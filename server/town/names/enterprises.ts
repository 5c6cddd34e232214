import { makeCreditCode, makePhone } from './identifiers.ts';
import { makePerson } from './people.ts';
import type { Random } from './random.ts';

export type Trade =
  | 'manufacture'
  | 'technology'
  | 'retail'
  | 'catering'
  | 'logistics'
  | 'property'
  | 'care'
  | 'repair';
export type Enterprise = {
  readonly zh: string;
  readonly en: string;
  readonly trade: Trade;
  readonly creditCode: string;
  readonly phone: string;
  readonly contact: string;
};

const FIRST = [
  ['听枫', 'Tingfeng'],
  ['橹歌', 'Luge'],
  ['菱舟', 'Lingzhou'],
  ['荻花', 'Dihua'],
  ['乌篷', 'Wupeng'],
  ['稻浪', 'Daolang'],
  ['青砖', 'Qingzhuan'],
  ['蓝染', 'Lanran'],
  ['桂香里', 'Guixiangli'],
  ['石板街', 'Shibanjie'],
  ['渡口', 'Dukou'],
  ['雨巷', 'Yuxiang'],
  ['帆影', 'Fanying'],
  ['莲蓬', 'Lianpeng'],
  ['纺车', 'Fangche'],
  ['月桥', 'Yueqiao'],
] as const;
const SECOND = [
  ['恒', 'Heng'],
  ['瑞', 'Rui'],
  ['同', 'Tong'],
  ['新', 'Xin'],
  ['和', 'He'],
  ['达', 'Da'],
  ['源', 'Yuan'],
  ['泰', 'Tai'],
] as const;

const TRADES: readonly (readonly [
  { trade: Trade; zh: string; en: string; form: 'company' | 'shop' },
  number,
])[] = [
  [{ trade: 'manufacture', zh: '精密机械', en: 'Precision Machinery', form: 'company' }, 8],
  [{ trade: 'manufacture', zh: '电子', en: 'Electronics', form: 'company' }, 8],
  [{ trade: 'manufacture', zh: '丝织', en: 'Silk Weaving', form: 'company' }, 3],
  [{ trade: 'technology', zh: '信息技术', en: 'Information Technology', form: 'company' }, 7],
  [{ trade: 'technology', zh: '检测技术', en: 'Testing', form: 'company' }, 3],
  [{ trade: 'logistics', zh: '物流', en: 'Logistics', form: 'company' }, 4],
  [{ trade: 'property', zh: '物业管理', en: 'Property Management', form: 'company' }, 3],
  [{ trade: 'care', zh: '养老服务', en: 'Elderly Care', form: 'company' }, 2],
  [{ trade: 'retail', zh: '便利店', en: 'Convenience Store', form: 'shop' }, 14],
  [{ trade: 'retail', zh: '水果店', en: 'Fruit Shop', form: 'shop' }, 8],
  [{ trade: 'catering', zh: '面馆', en: 'Noodle House', form: 'shop' }, 14],
  [{ trade: 'catering', zh: '饭店', en: 'Restaurant', form: 'shop' }, 10],
  [{ trade: 'repair', zh: '电动车维修部', en: 'E-bike Repair', form: 'shop' }, 6],
];

/** An invented enterprise or shop: name, trade, a credit code and phone that belong to nobody, and whom to ask for. */
export function makeEnterprise(random: Random): Enterprise {
  const { trade, zh, en, form } = random.weighted(TRADES);
  const [first, firstEn] = random.pick(FIRST);
  const [second, secondEn] = random.pick(SECOND);
  const ending = form === 'company' ? { zh: '有限公司', en: ' Co., Ltd.' } : { zh: '', en: '' };
  return {
    zh: `示范区${first}${second}${zh}${ending.zh}`,
    en: `${firstEn} ${secondEn} ${en}${ending.en}`,
    trade,
    creditCode: makeCreditCode(random),
    phone: makePhone(random),
    contact: makePerson(random, { bornFrom: 1960, bornTo: 2002 }).zh,
  };
}
