import type { PromiseName } from '@fengqiao/contract/forbidden.ts';

/** By what a broken promise would show. */
export type Sign = {
  /** Names in the schema and in the interface, in snake case. */
  readonly names?: string;
  /** Words on a screen or in a message, in both languages. */
  readonly words?: RegExp;
  /** Calls of a browser, in the web apps. */
  readonly calls?: RegExp;
  /** Packages that a workspace declares. */
  readonly packages?: RegExp;
  /** Shapes of the data and of the interface; see shapes.ts. */
  readonly shapes?: readonly ShapeName[];
  /** Tests elsewhere that hold the promise: a file and the beginning of a sentence in it. */
  readonly tests?: readonly (readonly [file: string, sentence: string])[];
};
export type ShapeName = 'people in places' | 'sums of sessions' | 'figures by person' | 'forced facts';

/** Every promise of the contract, and what would show that it is broken; a promise without a sign does not type-check. */
export const signs: Record<PromiseName, Sign> = {
  people_tracks: {
    names:
      'trajector(y|ies)|gps|tracks|track_points?|person_track|geofences?|electronic_fence|whereabouts|(location|position)_(history|log)|footprints?|last_(seen_at_place|position|location)',
    words:
      /轨迹|行踪|电子围栏|定位打点|人员定位|\b(trajector(y|ies)|movement history|geofenc\w+|GPS track|whereabouts)\b/i,
    calls: /watchPosition\s*\(/,
    shapes: ['people in places'],
  },
  face: {
    names: 'face|faces|face_\\w+|faceprint|biometrics?|fingerprints?|voiceprints?|iris|gait',
    words: /人脸|刷脸|声纹|虹膜|\b(face (recognition|id)|facial|biometric\w*|voiceprint)\b/i,
    packages: /face-?api|facenet|mediapipe|opencv|tensorflow|onnxruntime|rekognition/,
  },
  door_events: {
    names:
      '(door|gate|turnstile|entrance)_(events?|logs?|records?|pass(es)?|openings?|swipes?)|entry_(events?|logs?|records?)|(access|visitor)_(cards?|swipes?|pass(es)?)|swipes?|comings|goings',
    words:
      /门禁|出入记录|进出记录|刷卡记录|开门记录|通行记录|\b(door (events?|logs?)|entry logs?|badge swipes?)\b/i,
  },
  risk_scores: {
    names:
      '(risk|threat|danger|stability)_(score|level|rank|grade|index|rating)|(person|resident|citizen|social|personal)_(score|credit|rating|grade)|credit_(score|rating)|profile_score|portraits?_of_person',
    words:
      /风险(评分|等级|指数|人员)|信用(分|等级|评分)|人员画像|居民画像|重点人员标签|\b(risk (score|level|rating)s?|(social|personal) credit|credit score|profiling)\b/i,
  },
  group_leaks: {
    names: 'group_chat|chat_group|wechat_group|broadcast_list',
    words: /转发到(工作)?群|发到(工作)?群|分享到微信|\b(share to (a )?(group|chat)|post to the group)\b/i,
    calls: /navigator\.share\s*\(/,
  },
  consent_gate: {
    names: 'consent_required|must_consent',
    words: /不同意(则|就)?(无法|不能)(使用|办理|提交)|\byou must (agree|consent)\b/i,
    shapes: ['forced facts'],
  },
  consent_nagging: {
    names: 'consent_(asked|prompts?|reminders?)|asked_consent',
    words: /同意并继续|请先?同意|再次征求(您的)?同意|\b(agree and continue|I agree|accept all)\b/i,
  },
  commerce: {
    names:
      'ads|adverts?|advertisements?|ad_slots?|sponsors?|sponsored|promotions?|coupons?|shopping|carts?|checkout',
    words:
      /商城|购物车|优惠券|秒杀|推广位|广告位|赞助商|立即购买|\b(sponsored|shopping cart|coupons?|buy now|advertisers?)\b/i,
    packages: /adsense|doubleclick|google-analytics|baidu-tongji|umeng|stripe|alipay-sdk|wechatpay/,
  },
  clock_in: {
    names:
      'clock(ed)?_?ins?|clock_?outs?|punch_?ins?|punched|check_?ins?|checked_in|attendances?|on_duty_since|shift_(start|end)ed?',
    words: /打卡|签到|考勤|签退|\b(clock(ed|ing)?[- ](in|out)|punch(ed|ing)? in|attendance|check-ins?)\b/i,
  },
  points_ranking: {
    names:
      'leader_?boards?|rankings?|ranked|league|(staff|worker|unit|account|community|grid|person|team)_(points?|score|rank)|points_(balance|total|earned|given)|(rank|place)_in_(street|district)|badges?_earned|medals?',
    words: /积分|排名|排行|龙虎榜|红黑榜|流动红旗|\b(leaderboards?|rankings?|league table|points earned)\b/i,
    shapes: ['figures by person'],
  },
  online_time: {
    names:
      'online_(time|minutes|seconds|hours|duration)|(session|active|idle)_(duration|minutes|seconds|hours|length)|time_online|log_?ins?_(count|total|number|frequency)|(login|sign_in|visit)_counts?|sign_ins|active_days|times_signed_in|usage_(time|minutes)',
    words:
      /在线时长|在线时间统计|登录(次数|频次|天数)|活跃(度|率|天数)|使用时长|\b(time online|online time|login (count|frequency)|number of (log|sign)-?ins|active (users|days))\b/i,
    shapes: ['sums of sessions'],
  },
  install_quotas: {
    names:
      '(install(ation)?|registration|register|activation|download|adoption|coverage|usage|follower)_(rate|quota|target|share|ratio|goal)|registered_(rate|share)|quota_of_\\w+',
    words:
      /(安装|注册|激活|下载|使用|绑定|关注)率|(注册|安装|下载)(指标|任务|目标|排名)|必须下载|定期登录|\b((install(ation)?|registration|activation|adoption|usage) (rate|quota|target)s?)\b/i,
  },
  likes: {
    names:
      'likes?_count|likes|liked|thumbs_up|(forward|share|repost|view|read|click)_counts?|forwards|reposts|page_views|(learning|study|reading)_(time|minutes|hours|duration)',
    words:
      /点赞|转发(量|数|次数)|学习时长|阅读量|浏览量|点击量|\b(thumbs up|share counts?|page views|learning time|number of (likes|shares|views))\b/i,
  },
  forced_evidence: {
    names:
      'work_(photo|video|selfie)s?|selfies?|(patrol|walk|walking|visit)_(track|route|path|distance|steps)|steps_walked|photo_quota',
    words:
      /工作照|巡查轨迹|上传视频|每日(照片|拍照)|自拍|\b(work photos?|selfies?|patrol (track|route)|steps walked)\b/i,
    calls: /watchPosition\s*\(|navigator\.wakeLock|BackgroundGeolocation/,
    shapes: ['forced facts'],
  },
  repeated_forms: {
    names: '(daily|weekly|monthly)_(form|report_form|figures)|form_quota|ledger_forms?',
    words: /每日填报|每周填报|日报表|周报表|零报告|\b((daily|weekly) (form|figures)|zero report)\b/i,
    tests: [
      ['server/src/modules/cases/domain/nearby.test.ts', 'the same lamp reported again next door is found'],
      ['server/src/modules/cases/domain/merge.test.ts', 'a merge never gives the main case more time'],
    ],
  },
  responsibility_letters: {
    names: '(responsibility|commitment)_letters?|pledges?|veto(es|ed)?|one_vote',
    words: /责任状|军令状|保证书|一票否决|\b(letters? of responsibility|pledges?|one-vote veto)\b/i,
  },
  shifted_duties: {
    tests: [
      [
        'server/src/modules/cases/domain/dispatch.test.ts',
        'whatever the list says, a recalled duty never reaches a street unit',
      ],
      ['server/src/modules/cases/dispatch.test.ts', 'never brings a recalled duty to the street'],
    ],
  },
  community_burden: {
    tests: [
      ['server/src/modules/cases/domain/dispatch.test.ts', 'give a community only what is on its own list'],
      ['server/src/modules/cases/dispatch.test.ts', 'lets the street assist, not lead'],
    ],
  },
  empty_targets: {
    names: 'target_(rate|share|percent)|(rate|share)_target|last_place|bottom_(three|five|ten)|worst_\\w+',
    words:
      /末位|倒数第|百分之百(满意|办结|达标)|100%\s*(满意|办结|达标)|\b(last place|bottom (three|five|ten)|hundred[- ]percent target|worst[- ]performing)\b/i,
  },
  own_app: {
    names: 'apk|app_store|install_prompt|app_version_required',
    words:
      /下载\s*(APP|客户端)|安装\s*(APP|客户端|应用)|应用商店|\b(download the app|install the app|app store)\b/i,
    calls: /beforeinstallprompt|\bwx\.(login|request)\s*\(/,
    packages: /^(@capacitor|cordova|react-native|nativescript|@tarojs|@dcloudio|expo|miniprogram)/,
  },
  unfiled: {
    tests: [['server/src/policy/promises.test.ts', 'the filing number is told to every screen']],
  },
};
