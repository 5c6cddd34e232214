import type { Promise } from './norms.ts';

/** What is never done to residents. */
export const toResidents = {
  people_tracks: {
    words: { zh: '不追踪任何人的行踪', en: 'We follow nobody’s movements' },
    how: {
      zh: '没有人员轨迹，也没有针对人的电子围栏。反映问题时的位置只说明问题在哪里。',
      en: 'There are no tracks of people and no fences around people. The place of a report only tells where the problem is.',
    },
    says: {
      zh: '不得用技防设施或应用程序监控特定人员的行踪',
      en: 'Devices and apps may not be used to watch where particular people go',
    },
    norm: 'correction',
    place: { zh: '第二十九条、第三十四条', en: 'arts. 29, 34' },
    exception: {
      zh: '法律规定的电子定位由司法行政机关另行实施，不在本平台',
      en: 'Electronic positioning ordered by law is done by the judicial administration, not on this platform',
    },
  },
  face: {
    words: { zh: '不用人脸识别', en: 'No face recognition' },
    how: {
      zh: '实名核验用短信加证件号码，或到窗口办理；不采集人脸、指纹、声纹。',
      en: 'Proving who you are goes by text message and ID number, or at a counter; no face, finger or voice is recorded.',
    },
    says: {
      zh: '不得把人脸识别作为唯一验证方式',
      en: 'Face recognition may not be the only way to prove who one is',
    },
    norm: 'faces',
    place: null,
    exception: null,
  },
  door_events: {
    words: { zh: '不记录谁几点进出门', en: 'We keep no record of who went through which door' },
    how: {
      zh: '不接入门禁的个人通行记录，没有存放它的地方。',
      en: 'Passages of persons through gates and doors are not taken in; there is no place to store them.',
    },
    says: {
      zh: '收集个人信息应当限于实现处理目的的最小范围',
      en: 'Collection is limited to the least that the purpose needs',
    },
    norm: 'personal',
    place: { zh: '第六条', en: 'art. 6' },
    exception: null,
  },
  risk_scores: {
    words: { zh: '不给居民打风险分、信用分', en: 'No risk or credit scores of residents' },
    how: {
      zh: '不对人评分、分级、画像；系统只判断事情该谁办、何时办完。',
      en: 'People are not scored, ranked or profiled; the system only tells whose duty a matter is and when it is due.',
    },
    says: {
      zh: '自动化决策应当透明、公平，不得实行不合理的差别待遇',
      en: 'Automated decisions are transparent and fair, without unreasonable differences in treatment',
    },
    norm: 'personal',
    place: { zh: '第二十四条', en: 'art. 24' },
    exception: null,
  },
  group_leaks: {
    words: { zh: '不把您的信息发到工作群', en: 'Your data do not go into chat groups' },
    how: {
      zh: '姓名、电话、住址默认遮盖，查看须有目的并留痕，您可以看到；没有一键转发。',
      en: 'Name, phone and address are masked; looking needs a purpose and leaves a record that you can read. There is no button to pass them on.',
    },
    says: {
      zh: '不得公开其处理的个人信息，取得单独同意的除外',
      en: 'Personal data are not made public without separate consent',
    },
    norm: 'personal',
    place: { zh: '第二十五条', en: 'art. 25' },
    exception: null,
  },
  consent_gate: {
    words: { zh: '不因您不同意就不办事', en: 'No consent, still served' },
    how: {
      zh: '不登录、不留姓名也能反映问题；选填的就是选填的。',
      en: 'You can report without signing in and without a name; what is optional stays optional.',
    },
    says: {
      zh: '不得以个人不同意处理其个人信息为由拒绝提供服务',
      en: 'A service may not be refused because somebody does not consent',
    },
    norm: 'personal',
    place: { zh: '第十六条', en: 'art. 16' },
    exception: {
      zh: '处理个人信息属于提供服务所必需的',
      en: 'Where the service cannot be given without the data',
    },
  },
  consent_nagging: {
    words: { zh: '不反复征求同意', en: 'No nagging for consent' },
    how: {
      zh: '没有“同意并继续”的弹窗。',
      en: 'There is no window that asks you to agree and continue.',
    },
    says: {
      zh: '个人明确表示不同意后，不得频繁征求同意',
      en: 'After a clear refusal, consent may not be asked for again and again',
    },
    norm: 'network',
    place: { zh: '第二十二条第五项', en: 'art. 22(5)' },
    exception: null,
  },
  commerce: {
    words: { zh: '不做广告，不卖东西', en: 'No advertising, nothing for sale' },
    how: {
      zh: '没有广告位、推广位、商城，也不卖数据。',
      en: 'There is no place for advertisements or promotion, no shop, and no data are sold.',
    },
    says: { zh: '不得从事经营性活动', en: 'No commercial activity' },
    norm: 'apps',
    place: { zh: '“五个不得”之五', en: 'the fifth of five prohibitions' },
    exception: { zh: '公益信息', en: 'Information for the public good' },
  },
} as const satisfies Record<string, Promise>;
