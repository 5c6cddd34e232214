import type { Both } from '../both.ts';

/** One thing the platform refuses to do: what, how it keeps the promise, by which norm, and what the norm excepts. */
export type Promise = {
  readonly words: Both;
  readonly how: Both;
  /** The norm's own words, shortened. */
  readonly says: Both;
  readonly norm: NormName;
  readonly place: Both | null;
  readonly exception: Both | null;
};

/**
 * Where the promises come from. `seen`: the full text was read; `partly`: its published interpretation or parts of it;
 * `recalled`: known, but not checked against the text.
 */
export const norms = {
  apps: {
    zh: '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）',
    en: 'Rules for government mobile applications (General Office of the State Council, letter [2026] no. 12)',
    read: 'partly',
  },
  hotline: {
    zh: '《关于进一步规范和提升12345热线服务的意见》（国办函〔2025〕66号）',
    en: 'Opinions on the 12345 hotline (General Office of the State Council, letter [2025] no. 66)',
    read: 'partly',
  },
  formalism: {
    zh: '《整治形式主义为基层减负若干规定》（2024年）',
    en: 'Provisions against formalism, to relieve the grass roots (2024)',
    read: 'recalled',
  },
  beijing: {
    zh: '《北京市接诉即办工作条例》',
    en: 'Beijing regulation on handling complaints on receipt',
    read: 'seen',
  },
  personal: {
    zh: '《中华人民共和国个人信息保护法》',
    en: 'Personal Information Protection Law',
    read: 'seen',
  },
  network: {
    zh: '《网络数据安全管理条例》',
    en: 'Regulations on the security of network data',
    read: 'seen',
  },
  faces: {
    zh: '《人脸识别技术应用安全管理办法》',
    en: 'Measures on the use of face recognition',
    read: 'seen',
  },
  correction: {
    zh: '《中华人民共和国社区矫正法》',
    en: 'Community Correction Law',
    read: 'seen',
  },
} as const satisfies Record<string, Both & { read: 'seen' | 'partly' | 'recalled' }>;
export type NormName = keyof typeof norms;
