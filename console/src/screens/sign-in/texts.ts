export const texts = {
  title: { zh: '登录', en: 'Sign in' },
  head: { zh: '把每件事，办到底', en: 'Every matter, to its end' },
  says: {
    zh: '受理、分拨、处置、监督在一个闭环里：谁在办、办了多久、下一步是什么，一目了然。答复不等于解决，两样都如实显示。',
    en: 'Intake, dispatch, handling and supervision in one loop: who holds it, for how long, and what comes next. An answer is not a solution; both are shown as they are.',
  },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  totp: { zh: '动态口令（六位）', en: 'Authenticator code (six digits)' },
  totpSays: {
    zh: '打开手机上的验证器，输入当前六位数字。',
    en: 'Open your authenticator and enter its six digits.',
  },
  bindSays: {
    zh: '您的岗位必须使用动态口令。请先绑定：用手机上的验证器扫码，再填六位口令登录。',
    en: 'Your post demands an authenticator. Bind it now: scan this with the one on your phone, then sign in with its six digits.',
  },
  newPassword: { zh: '设定新密码', en: 'Choose a new password' },
  newPasswordSays: {
    zh: '至少 10 位，含字母、数字、符号中的两类。',
    en: 'At least 10 characters of two kinds: letters, digits, signs.',
  },
  signOn: { zh: '统一身份认证登录', en: 'Sign in with the single sign-on' },
  orPassword: { zh: '或用本系统的登录名和密码：', en: 'Or with login and password of this system:' },
  enter: { zh: '登录', en: 'Sign in' },
  forgot: {
    zh: '忘记密码请联系系统管理员，由其发放一次性密码。',
    en: 'Forgot it? Your administrator can give you a one-time password.',
  },
  tour: { zh: '演示街道：一键体验各岗位', en: 'Demo street: enter as any role' },
  needLogin: { zh: '请输入登录名', en: 'Enter your login' },
  needPassword: { zh: '请输入密码', en: 'Enter your password' },
  sixDigits: { zh: '请输入六位数字', en: 'Enter six digits' },
} as const;
