/** Every option of the server: its environment variable, what it is for, and what holds when it is not set. */
export const options = {
  PORT: ['8080', 'TCP port of the web server / 网站端口'],
  HOST: ['127.0.0.1', 'Address to listen on; put a reverse proxy with TLS before it / 监听地址'],
  DATA_DIR: ['data', 'Embedded database, uploads and keys / 数据目录'],
  DATABASE_URL: [
    '',
    'PostgreSQL 16–18 to use instead of the embedded one; the user must own the database / 外部数据库',
  ],
  DATABASE_POOL: ['10', 'Most database connections of one process / 每进程最大连接数'],
  REQUEST_SECONDS: [
    '30',
    'Seconds the database has for what somebody asked; then they are told to try again / 请求等待数据库的最长秒数',
  ],
  DEMO: [
    'auto',
    'on, off or auto: the demo street with one-click roles; auto is on with the embedded database only / 演示模式',
  ],
  DEMO_AHEAD: [
    '0',
    'Hours by which the clock of a demo runs ahead of the real one, to see what time brings / 演示时钟提前小时数',
  ],
  DEFAULT_STREET: ['tingfeng', 'Subdistrict a guest stands in when none is named / 默认街道'],
  MASTER_KEY: [
    '',
    'Base64 of 32 bytes; encrypts personal data. Without it a key file is made in DATA_DIR / 主密钥',
  ],
  MASTER_KEY_PREVIOUS: [
    '',
    'The master key before a change; opens what it sealed until `fengqiao keys rotate` has sealed it anew / 更换前的主密钥',
  ],
  INDEX_KEY: [
    '',
    'Base64 of 32 bytes; keys the indexes by which numbers are found. Keep it outside the database and its backups; derived from MASTER_KEY when unset / 索引密钥',
  ],
  CARE_KEY: [
    '',
    'Base64 of 32 bytes; seals the records of special care (G4) apart from everything else. Derived from MASTER_KEY when unset / 重点关爱记录密钥',
  ],
  CARE_KEY_PREVIOUS: [
    '',
    'The key of special care before a change; opens what it sealed until `fengqiao keys rotate` has sealed it anew / 更换前的重点关爱记录密钥',
  ],
  ARCHIVE_KEY: [
    '',
    'Base64 of 32 bytes; seals the packages of filed cases apart from the working data. Derived from INDEX_KEY or MASTER_KEY when unset / 归档卷宗密钥',
  ],
  CRYPTO_SUITE: [
    'aes',
    'aes (AES-256-GCM, SHA-256) or sm (SM4-GCM, SM3) for what is sealed from now on / 密码算法',
  ],
  SEAL_KEY: [
    '',
    'Base64 of a PKCS #8 Ed25519 key; signs the seal over the records of looks. Without it a key file is made in DATA_DIR / 封印签名密钥',
  ],
  SEAL_SM2_KEY: [
    '',
    'Base64 of 32 bytes: an SM2 key that signs the seal as well where CRYPTO_SUITE is sm. Without it a key file is made in DATA_DIR / 封印国密签名密钥',
  ],
  SEAL_PUBLISH_DIR: [
    '',
    'Folder where heads of the seal are appended, to be carried outside / 封印树头发布目录',
  ],
  BACKUP_DIR: [
    '',
    'Folder of the backups, on another disk: the embedded database keeps its log there, so that any moment can be restored, and erasures are written there / 备份目录',
  ],
  SECURE_COOKIES: ['auto', 'on behind TLS; auto is on unless HOST is a loopback address / 安全 Cookie'],
  TRUST_PROXY: ['off', 'on when a reverse proxy sets X-Forwarded-For / 信任代理'],
  SMS_URL: ['', 'HTTPS endpoint of the message provider / 短信服务地址'],
  SMS_KEY: ['', 'Bearer key of the message provider / 短信服务密钥'],
  OIDC_ISSUER: ['', 'OpenID Connect provider for the single sign-on of staff / 统一身份认证地址'],
  OIDC_CLIENT_ID: ['', 'What the provider calls this platform / 客户端标识'],
  OIDC_CLIENT_SECRET: ['', 'The secret agreed with the provider / 客户端密钥'],
  OIDC_CLAIM: ['preferred_username', 'The claim that holds the login of an account here / 登录名声明'],
  MAP_BASE_TILES: [
    '',
    'Address of the picture tiles of a licensed base map with {z}, {x} and {y}, and its key (such as 天地图) / 授权底图的瓦片地址',
  ],
  MAP_BASE_ATTRIBUTION: ['', 'Who made the base map, with its approval number / 底图版权与审图号'],
  MAP_BASE_CRS: [
    'WGS84',
    'WGS84 (also for CGCS2000, as 天地图 has) or GCJ02 (高德、腾讯): what is ours is shifted onto it / 底图坐标系',
  ],
  LOG_LEVEL: ['info', 'fatal, error, warn, info, debug / 日志级别'],
  SYSLOG_URL: [
    '',
    'Collector to which the security log is sent on as RFC 5424: udp://HOST:PORT, tcp://HOST:PORT or tls://HOST:PORT / 安全日志外送地址',
  ],
  SCANNER_URL: [
    '',
    'ClamAV daemon that looks at every file before it is taken: tcp://HOST:PORT or unix:///PATH / 恶意代码检查服务地址',
  ],
  FILING_NO: ['', 'Filing number shown in every footer (备案号)'],
  FILING_AUTHORITY: ['', 'With whom the site is filed (备案机关)'],
  FILING_DATE: ['', 'The day of the filing, such as 2026-09-01 (备案日期)'],
  FILING_VERSION: ['', 'The version that was filed (备案版本)'],
  FILING_OWNER: ['', 'The unit of the district that answers for the site (主办单位)'],
  EMBED_ORIGINS: [
    '',
    'Origins that may show the resident app in a frame, such as https://app.example.gov.cn, separated by commas / 可嵌入居民端的网站',
  ],
  STAFF_IDLE_MINUTES: [
    '30',
    'Minutes after which a staff session ends when nobody is at it / 无人操作自动退出分钟数',
  ],
  STAFF_SECOND_FACTOR: [
    'auto',
    'Of whom an authenticator is demanded: off, privileged (administrators, stewards, privacy officers, auditors, leaders) or all; auto is privileged, and off in a demo / 动态口令要求',
  ],
  PASSWORD_DAYS: [
    'auto',
    'Days after which staff choose a new password; 0 for never, auto is 90, and never in a demo / 密码更换天数',
  ],
  EXPORT_HOURS: ['72', 'Hours after which the file of an export is wiped / 导出文件保存小时数'],
  RATE_LIMIT: ['600', 'Most requests a minute from one address / 每分钟请求上限'],
} as const satisfies Record<string, readonly [string, string]>;

export type Option = keyof typeof options;

export const wrong = (name: Option, must: string): never => {
  throw new Error(`${name} ${must}. (${options[name][1]})`);
};
