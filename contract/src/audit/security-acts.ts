import type { Both } from '../both.ts';
import { keysOf } from '../shapes.ts';

/** What the security log is about: identity, rights, rules and the machinery, not the daily work. */
export const securityKinds = {
  sign_in: { zh: '登录退出', en: 'Signing in and out' },
  proof: { zh: '鉴别信息', en: 'Passwords and second factors' },
  account: { zh: '账号岗位', en: 'Accounts, posts and units' },
  key: { zh: '密钥', en: 'Keys' },
  mandate: { zh: '授权与实名', en: 'Mandates and real names' },
  rule: { zh: '用途额度期限', en: 'Purposes, limits and terms' },
  emergency: { zh: '应急查看', en: 'Break-glass' },
  data: { zh: '导入导出共享', en: 'Imports, exports and shares' },
  erasure: { zh: '删除与保全', en: 'Erasures and holds' },
  log: { zh: '审计', en: 'Audit' },
  upkeep: { zh: '运维命令', en: 'Command line' },
} as const satisfies Record<string, Both>;
export type SecurityKind = keyof typeof securityKinds;

type Told = Both & { readonly kind: SecurityKind };
const of =
  (kind: SecurityKind) =>
  (zh: string, en: string): Told => ({ kind, zh, en });
const signIn = of('sign_in');
const proof = of('proof');
const account = of('account');
const key = of('key');
const mandate = of('mandate');
const rule = of('rule');
const emergency = of('emergency');
const data = of('data');
const erasure = of('erasure');
const log = of('log');
const upkeep = of('upkeep');

/**
 * Every act that the security log keeps (GB/T 22239-2019 8.1.4.3), done or refused: operations by their id, and what happens
 * beside them. Special care is not among them, since that an operation of it was called at all says something about people.
 */
export const securityActs = {
  'identity.signIn': signIn('密码登录', 'Sign-in by password'),
  'identity.signInByPhone': signIn('居民验证码登录', 'Sign-in of a resident by code'),
  'identity.handOver': signIn('居民由上级应用交接登录', 'Sign-in handed over by another app'),
  'identity.signOnBack': signIn('统一身份认证登录', 'Single sign-on'),
  'identity.demoSignIn': signIn('演示登录', 'Sign-in of the tour'),
  'identity.signOut': signIn('退出登录', 'Sign-out'),
  'identity.endDevice': signIn('让设备退出', 'Device signed out'),
  'identity.switchPost': signIn('切换岗位', 'Switch to another post'),
  'identity.newDevice': signIn('在新设备上登录', 'Sign-in from a new device'),
  'identity.paused': signIn('连续输错，登录暂停', 'Login paused after wrong tries'),
  'identity.stepUp': proof('重要操作前核验本人', 'Proof before a grave act'),
  'identity.changePassword': proof('更改密码', 'Password changed'),
  'identity.confirmTotp': proof('绑定动态口令', 'Authenticator bound'),
  'identity.beginTotpAtDoor': proof('登录前领取验证器密钥', 'Secret of an authenticator taken at the door'),
  'identity.removeSecondFactor': proof('管理员解除动态口令', 'Authenticator taken off by an administrator'),
  'identity.endTotp': proof('停用动态口令', 'Authenticator ended'),
  'identity.addAccount': account('新建账号', 'Account made'),
  'identity.renewPassword': account('重设密码', 'One-time password given'),
  'identity.openLogin': account('解除登录暂停', 'Paused login opened'),
  'identity.closeAccount': account('停用账号', 'Account closed'),
  'identity.grantPost': account('授予岗位', 'Post granted'),
  'identity.approvePost': account('批准岗位', 'Post approved'),
  'identity.approvePosts': account('一并批准岗位', 'Posts approved together'),
  'identity.endPost': account('结束岗位', 'Post ended'),
  'identity.addUnit': account('新增单位', 'Unit added'),
  'identity.changeUnit': account('变更单位', 'Unit changed'),
  'identity.endUnit': account('撤销单位', 'Unit closed'),
  'identity.importUnits': account('导入单位', 'Units imported'),
  'identity.addApiKey': key('新建接口密钥', 'API key made'),
  'identity.approveApiKey': key('批准接口密钥', 'API key approved'),
  'identity.endApiKey': key('停用接口密钥', 'API key ended'),
  'identity.inviteHelper': mandate('邀请代办人', 'Helper invited'),
  'identity.offerHelp': mandate('申请代办', 'Help offered'),
  'identity.answerMandate': mandate('答复代办授权', 'Mandate answered'),
  'identity.revokeMandate': mandate('撤销代办授权', 'Mandate revoked'),
  'identity.enterMandate': mandate('窗口登记授权', 'Mandate entered at the window'),
  'identity.revokeAtWindow': mandate('窗口撤销授权', 'Mandate revoked at the window'),
  'identity.actFor': mandate('替人办理', 'Acting for somebody'),
  'registry.proveRealName': mandate('实名认证', 'Real name proved'),
  'registry.proveAtWindow': mandate('窗口实名', 'Real name proved at the window'),
  'audit.askPurposeChange': rule('申请变更用途', 'Change of a purpose asked'),
  'audit.askBudgetChange': rule('申请变更额度', 'Change of a limit asked'),
  'audit.decideChange': rule('审批用途、额度变更', 'Change of a purpose or limit decided'),
  'retention.askTermChange': rule('申请变更保存期限', 'Change of a term asked'),
  'retention.decideTermChange': rule('审批保存期限变更', 'Change of a term decided'),
  'registry.openEmergency': emergency('开启应急查看', 'Break-glass opened'),
  'audit.endBreakGlass': emergency('结束应急查看', 'Break-glass ended'),
  'audit.reviewBreakGlass': emergency('复核应急查看', 'Break-glass reviewed'),
  'registry.applyImport': data('应用数据导入', 'Import applied'),
  'registry.undoImport': data('撤回数据导入', 'Import undone'),
  'registry.undoMerge': data('撤回合并', 'Merge undone'),
  'exports.ask': data('申请导出', 'Export asked'),
  'exports.decide': data('审批导出', 'Export decided'),
  'exports.wipe': data('销毁导出文件', 'Export wiped'),
  'exports.trace': data('追溯外泄文件', 'Leaked file traced'),
  'catalogue.publish': data('发布目录', 'Catalogue entry published'),
  'catalogue.withdraw': data('撤下目录', 'Catalogue entry withdrawn'),
  'catalogue.approve': data('审核共享申请', 'Share approved by the asking unit'),
  'catalogue.grant': data('同意共享', 'Share granted'),
  'platform.takeFile': data('接收上传文件（查出恶意代码）', 'Uploaded file (malicious code found)'),
  'catalogue.refuse': data('不同意共享', 'Share refused'),
  'catalogue.suspend': data('暂停共享', 'Share suspended'),
  'catalogue.resume': data('恢复共享', 'Share resumed'),
  'catalogue.terminate': data('终止共享', 'Share ended'),
  'catalogue.arbitrate': data('裁定共享争议', 'Dispute over a share decided'),
  'retention.ask': erasure('本人申请删除', 'Erasure asked'),
  'retention.withdraw': erasure('本人撤回删除申请', 'Erasure withdrawn'),
  'retention.askFor': erasure('代为申请删除', 'Erasure asked for somebody'),
  'retention.decide': erasure('审批删除', 'Erasure decided'),
  'retention.hold': erasure('设立法定保全', 'Legal hold set'),
  'retention.lift': erasure('解除法定保全', 'Legal hold lifted'),
  'retention.dryRun': erasure('清点到期数据', 'Data over its term counted'),
  'retention.decideRun': erasure('审批到期清除', 'Run over a term decided'),
  'audit.export': log('导出查看记录', 'Records of looks exported'),
  'audit.exportSecurity': log('导出安全日志', 'Security log exported'),
  'audit.reviewSecurity': log('复核安全日志', 'Security log reviewed'),
  'registry.plantDecoy': log('设置诱饵记录', 'Decoy planted'),
  'audit.reviewAccess': log('核查查看记录', 'Look reviewed'),
  'audit.decide': log('答复居民疑问', 'Doubt decided'),
  'cli.install': upkeep('安装、设立管理员', 'Installation, administrators made'),
  'cli.import': upkeep('命令行导入', 'Import by command'),
  'cli.backup': upkeep('备份', 'Backup'),
  'cli.restore': upkeep('恢复备份', 'Restore'),
  'cli.erasures': upkeep('重放删除台账', 'Erasures replayed'),
  'cli.export': upkeep('导出封印核验包', 'Bundle of the seal exported'),
  'cli.rotate': upkeep('更换密钥', 'Keys rotated'),
  'cli.retry': upkeep('重试搁置事件', 'Parked facts tried again'),
} as const satisfies Record<string, Told>;
export type SecurityAct = keyof typeof securityActs;
export const securityActNames: readonly SecurityAct[] = keysOf(securityActs);

export const isSecurityAct = (id: string): id is SecurityAct => Object.hasOwn(securityActs, id);
