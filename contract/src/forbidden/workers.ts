import type { Promise } from './norms.ts';

/** What is never done to those who work at the grass roots. */
export const toWorkers = {
  clock_in: {
    words: { zh: '不让工作人员打卡签到', en: 'Nobody has to clock in' },
    how: {
      zh: '没有打卡、签到、考勤页面；走访和巡查只记办了什么事。',
      en: 'There is no screen for clocking in or attendance; a visit or patrol is recorded by what was done.',
    },
    says: { zh: '不得强制打卡签到', en: 'No forced clocking in' },
    norm: 'apps',
    place: { zh: '“五个不得”之二', en: 'the second of five prohibitions' },
    exception: {
      zh: '安全保卫、应急值守，须写明依据、期限并经审批（本平台未提供）',
      en: 'Guarding and emergency duty, with stated ground, term and approval (not part of this platform)',
    },
  },
  points_ranking: {
    words: { zh: '不搞积分排名', en: 'No points, no rankings' },
    how: {
      zh: '没有工作人员、网格、社区的积分和排行榜。',
      en: 'There are no points and no tables of places for staff, grids or communities.',
    },
    says: { zh: '不得积分排名', en: 'No points and rankings' },
    norm: 'apps',
    place: { zh: '“五个不得”之二', en: 'the second of five prohibitions' },
    exception: {
      zh: '居民自愿参加的志愿积分兑换，但不得排名通报（本平台未提供）',
      en: 'Voluntary volunteer points of residents, never ranked (not part of this platform)',
    },
  },
  online_time: {
    words: { zh: '不统计在线时长和登录次数', en: 'Time online and sign-ins are not counted' },
    how: {
      zh: '会话只用于登录和自动退出，结束后删除，不按人汇总。',
      en: 'A session serves to stay signed in and to end by itself; it is deleted afterwards and never summed up by person.',
    },
    says: {
      zh: '不得统计在线时长、登录频次',
      en: 'Time online and frequency of sign-ins may not be counted',
    },
    norm: 'apps',
    place: { zh: '“五个不得”之二、之三', en: 'the second and third of five prohibitions' },
    exception: {
      zh: '安全审计日志除外，禁止用于考核',
      en: 'Security logs, which may not be used for appraisal',
    },
  },
  install_quotas: {
    words: { zh: '不下达注册、安装任务', en: 'No quotas of registrations or installs' },
    how: {
      zh: '不统计各社区的注册率、使用率；居民自愿使用，每件事都能打电话或到窗口办。',
      en: 'Rates of registration or use by community are not computed; using this is voluntary, and every matter can be done by phone or at a counter.',
    },
    says: {
      zh: '不得考核通报安装率、使用率，不得强制下载、强制定期登录',
      en: 'Rates of installing and use may not be appraised; nobody is made to download or to sign in regularly',
    },
    norm: 'apps',
    place: { zh: '“五个不得”之三', en: 'the third of five prohibitions' },
    exception: null,
  },
  likes: {
    words: { zh: '不以点赞、转发、学习时长考评', en: 'No appraisal by likes, shares or learning time' },
    how: {
      zh: '没有点赞、转发计数、阅读量、学习时长。',
      en: 'There are no likes, no counts of shares or reads, no learning time.',
    },
    says: {
      zh: '不得以点赞量、转发量、学习时长等作为考评依据',
      en: 'Numbers of likes and shares and learning time may not be the basis of appraisal',
    },
    norm: 'apps',
    place: { zh: '“五个不得”之四', en: 'the fourth of five prohibitions' },
    exception: null,
  },
  forced_evidence: {
    words: { zh: '不强制上传照片、视频、轨迹', en: 'No forced photos, videos or tracks' },
    how: {
      zh: '反映问题不必附照片；结案须有佐证的类型，由责任清单逐项写明。没有连续定位，没有行走轨迹。',
      en: 'A report needs no photo. Which kinds of matter need evidence before they are closed is written in the list of responsibilities. There is no continuous positioning and no track of anybody’s way.',
    },
    says: {
      zh: '非必要不得强制上传工作照片、视频、轨迹',
      en: 'Uploading photos, videos or tracks may not be forced without need',
    },
    norm: 'apps',
    place: { zh: '“五个不得”之四', en: 'the fourth of five prohibitions' },
    exception: { zh: '结案确需证据的事项', en: 'Matters whose closing needs evidence' },
  },
  repeated_forms: {
    words: { zh: '不让人反复填报', en: 'Nobody fills in the same thing twice' },
    how: {
      zh: '登录后不再问您的电话；同一事件并案，只办一次；卷宗由系统归集。',
      en: 'Once you are signed in your phone is not asked for again; reports of one matter are joined and handled once; the system gathers the file of a case.',
    },
    says: {
      zh: '不得随意、重复要求填表报数、提供材料',
      en: 'Forms, figures and papers may not be asked for at will or twice',
    },
    norm: 'apps',
    place: { zh: '“五个不得”之一', en: 'the first of five prohibitions' },
    exception: { zh: '法定统计调查', en: 'Statistical surveys required by law' },
  },
  responsibility_letters: {
    words: { zh: '不签责任状，不搞一票否决', en: 'No letters of responsibility, no single-vote vetoes' },
    how: {
      zh: '责任写在清单里，由清单版本和两人审批管理。',
      en: 'Duties stand in the list, whose versions two people approve.',
    },
    says: {
      zh: '不得以签订责任状、一票否决等方式转嫁责任',
      en: 'Responsibility may not be shifted by letters or vetoes',
    },
    norm: 'formalism',
    place: null,
    exception: null,
  },
} as const satisfies Record<string, Promise>;
