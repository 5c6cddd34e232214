export const texts = {
  title: { zh: '体验演示街道', en: 'Tour of the demo street' },
  says: {
    zh: '选一个角色，一键进入。听枫街道的人物、地点和号码均为虚构，可放心操作。',
    en: 'Pick a role and enter with one press. People, places and numbers of the demo street are invented: try anything.',
  },
  staff: { zh: '工作台角色', en: 'At the workbench' },
  outside: { zh: '手机端角色', en: 'On a phone' },
  enter: { zh: '以此角色进入', en: 'Enter as this role' },
  enterAs: { zh: '以此角色进入：{who}', en: 'Enter as this role: {who}' },
  openResident: { zh: '打开居民端', en: 'Open the resident app' },
  openField: { zh: '打开网格端', en: 'Open the field app' },
  login: { zh: '登录名', en: 'Login' },
  phone: { zh: '手机号', en: 'Phone' },
  password: { zh: '密码', en: 'Password' },
  closed: { zh: '这里没有演示街道', en: 'There is no demo street here' },
  closedWhy: {
    zh: '演示模式未开启。请用工作账号登录。',
    en: 'Demo mode is off. Sign in with a staff account.',
  },
  toSignIn: { zh: '去登录', en: 'Sign in' },
} as const;
