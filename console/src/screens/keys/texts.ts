export const texts = {
  says: {
    zh: '其他系统凭密钥调用接口；密钥只在建立时显示一次，另一名管理员批准后才能使用。',
    en: 'Other systems call by key; a key is shown once, when it is made, and opens nothing until another administrator approves it.',
  },
  add: { zh: '新建密钥', en: 'Make a key' },
  name: { zh: '给谁用', en: 'For whom' },
  scopes: { zh: '可以做什么', en: 'What it may do' },
  unit: { zh: '哪个单位的共享', en: 'Shares of which unit' },
  unitSays: {
    zh: '密钥只能取用该单位获准且生效的共享，每次取用留痕。',
    en: 'The key pulls only what that unit was granted and is in force; every pull is on record.',
  },
  publicKey: { zh: '对方的公钥', en: 'Their public key' },
  publicKeySays: {
    zh: '仅“交接已登录的居民”需要：Ed25519 公钥（SPKI）的 base64。',
    en: 'Only to hand over residents: base64 of an Ed25519 public key (SPKI).',
  },
  madeAt: { zh: '建立', en: 'Made' },
  state: { zh: '状态', en: 'State' },
  approve: { zh: '批准', en: 'Approve' },
  own: {
    zh: '须由另一名管理员批准您新建的密钥。',
    en: 'Another administrator approves the keys you made.',
  },
  ended: { zh: '停用于', en: 'Ended' },
  end: { zh: '停用', en: 'End' },
  endSure: { zh: '停用后，使用它的系统立即无法调用。', en: 'The system that uses it can no longer call.' },
  once: { zh: '请立即抄存，关闭后不再显示', en: 'Copy it now; it is never shown again' },
  empty: { zh: '还没有密钥。', en: 'No keys yet.' },
} as const;

export const keyStates = {
  waiting: { zh: '待批准', en: 'Waiting' },
  active: { zh: '可用', en: 'In use' },
  ended: { zh: '已停用', en: 'Ended' },
} as const;
