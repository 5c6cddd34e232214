import type { Both } from '@fengqiao/contract/route.ts';
import type { OpState } from '../../offline/base.ts';
import type { Ended } from '../../offline/sync.ts';

export const stateNames = {
  waiting: { zh: '等待上传', en: 'Waiting to be sent' },
  refused: { zh: '要您决定', en: 'For you to decide' },
  done: { zh: '已上传', en: 'Arrived' },
  aside: { zh: '留作备注，没有提交', en: 'Kept as a note, not sent' },
} as const satisfies Record<OpState, Both>;

/** How the last try ended. */
export const endedWords = {
  empty: { zh: '都传上去了。', en: 'Everything has arrived.' },
  offline: {
    zh: '连不上服务器，有网络时会自动再传。',
    en: 'No contact with the server; it tries again by itself.',
  },
  later: { zh: '服务器忙，稍后自动再传。', en: 'The server is busy; it tries again by itself.' },
  signed_out: {
    zh: '登录已到期，请重新登录后继续上传。',
    en: 'Your session is over. Sign in again to go on.',
  },
} as const satisfies Record<Ended, Both>;

export const texts = {
  title: { zh: '待上传与冲突', en: 'Waiting and conflicts' },
  decide: { zh: '要您决定', en: 'For you to decide' },
  decideHow: {
    zh: '服务器没有接受这些，多半是别人先办了。内容都在，请决定怎么办。',
    en: 'The server did not take these, mostly since somebody else was faster. Nothing is lost; decide what becomes of them.',
  },
  waiting: { zh: '待上传', en: 'Waiting' },
  notes: { zh: '留作备注', en: 'Kept as notes' },
  elsewhere: { zh: '服务器上的冲突记录', en: 'Conflicts on the server' },
  elsewhereHow: {
    zh: '您在别的手机上做的，或以前的；社区也看得到没了结的。',
    en: 'Done on another phone of yours, or earlier; your community sees what is not over.',
  },
  arrived: { zh: '已上传（保留 7 天）', en: 'Arrived (kept 7 days)' },
  nothing: { zh: '没有待上传的内容。', en: 'Nothing waits to be sent.' },
  now: { zh: '现在上传', en: 'Send now' },
  running: { zh: '正在上传…', en: 'Sending…' },
  at: { zh: '上次 {at}', en: 'Last try {at}' },
  photos: { zh: '照片、语音 {n} 件', en: '{n} photos or sounds' },
  before: { zh: '等前一件先传', en: 'After the one before it' },
  see: { zh: '看看现在怎样', en: 'See how it is now' },
  again: { zh: '按现在的情况再提交', en: 'Send it as things are now' },
  aside: { zh: '留作备注，不再提交', en: 'Keep as a note, do not send' },
  said: { zh: '写的内容', en: 'What you wrote' },
  stored: {
    zh: '这些内容加密存在这部手机上，退出登录时删除。',
    en: 'All of it lies sealed on this phone and is deleted when you sign out.',
  },
  clockOff: {
    zh: '这部手机的时间与服务器相差 {span}，上传时会一并说明，以服务器为准。',
    en: 'The clock of this phone is off by {span}. That is told with what you send; the server’s time counts.',
  },
  handedIn: { zh: '已上报', en: 'Reported' },
  keptHere: { zh: '已存在这部手机上', en: 'Kept on this phone' },
  keptHow: {
    zh: '有网络时自动上传，不用守着。可以接着做下一件。',
    en: 'It is sent by itself when there is a network. Go on with the next one.',
  },
  sentFound: { zh: '已进入流程，办到哪一步可随时查看。', en: 'It is on its way; you can see how far it is.' },
  sentSolved: {
    zh: '已记为当场解决，等他人核查。不计分、不排名。',
    en: 'Recorded as solved on the spot; somebody else checks it. No points, no ranking.',
  },
  another: { zh: '再报一件', en: 'Report another' },
  past: { zh: '看我做过的', en: 'What I did' },
  seeCase: { zh: '看这件事', en: 'See it' },
  home: { zh: '回首页', en: 'Home' },
} as const satisfies Record<string, Both>;
