import { roles, type Role } from '@fengqiao/contract/roles.ts';
import type { Both } from '@fengqiao/contract/route.ts';

const inChina = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The SMS of a sign-in code, in both languages since the reader is not known yet. */
export const codeSms = (code: string, endsAt: Date): string =>
  `验证码 ${code}，${inChina.format(endsAt)} 前有效，请勿告诉他人。Your sign-in code is ${code}; tell nobody.`;

/** What stays of a sign-in code in the list of messages. */
export const codeTrace: Both = { zh: '登录验证码（内容不留存）', en: 'Sign-in code (its text is not kept)' };

export const passwordRenewed: Both = {
  zh: '系统管理员为您的账号重发了一次性密码。如果不是您要求的，请立即告诉另一名管理员或督办员。',
  en: 'An administrator gave your account a new one-time password. If you did not ask for it, tell another administrator or the supervisor at once.',
};

export const postGranted = (role: Role, waits: boolean): Both => ({
  zh: `您被授予岗位“${roles[role].zh}”${waits ? '，待另一名管理员批准后生效。' : '，可在右上角切换岗位。'}`,
  en: `You were granted the post "${roles[role].en}"${waits ? '; it waits for a second administrator.' : '; switch to it at the top right.'}`,
});

export const postApproved: Both = {
  zh: '您的岗位已获批准，可在右上角切换岗位。',
  en: 'Your post was approved; switch to it at the top right.',
};

export const postEnded: Both = { zh: '您的一个岗位已结束。', en: 'One of your posts has ended.' };

export const loginOpened: Both = {
  zh: '系统管理员解除了您登录的暂停。如果此前不是您本人输错密码，请立即更改密码并告诉督办员。',
  en: 'An administrator opened your login again. If it was not you who typed wrong passwords, change yours at once and tell the supervisor.',
};

export const totpBound: Both = {
  zh: '您的账号绑定了动态口令。不是您本人，请立即告诉系统管理员。',
  en: 'An authenticator was bound to your account. If that was not you, tell an administrator at once.',
};

export const totpRemoved: Both = {
  zh: '系统管理员解除了您账号的动态口令，下次登录时请重新绑定。如果不是您要求的，请立即告诉另一名管理员或审计员。',
  en: 'An administrator took the authenticator off your account; bind another at your next sign-in. If you did not ask for it, tell another administrator or the auditor at once.',
};

/** The browser's own name is long; its first words tell enough to know one's own. */
export const newDevice = (device: string): Both => ({
  zh: `您的账号在一台新设备上登录（${device.slice(0, 60)}）。不是您本人，请立即在“我的账号”中让它退出并更改密码。`,
  en: `Your account was used on a new device (${device.slice(0, 60)}). If that was not you, sign it out under "My account" and change your password at once.`,
});

export const postEndsSoon = (role: Role, until: string): Both => ({
  zh: `您的岗位“${roles[role].zh}”将于 ${dayInChina.format(new Date(until))} 到期；仍需要的请管理员重新授予。`,
  en: `Your post "${roles[role].en}" ends on ${until.slice(0, 10)}. If it is still needed ask an administrator to grant it anew.`,
});

const dayInChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
