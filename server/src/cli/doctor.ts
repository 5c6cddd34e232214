import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { vendoredYears } from '#platform/calendar/year.ts';
import type { Settings } from '#platform/config.ts';
import { freeOn, LEAST, LITTLE } from '#platform/space.ts';
import { apps } from '#platform/web.ts';
import { Mistake, type Command, type Given } from './command.ts';
import { askDatabase, isCurrent } from './doctor-database.ts';
import { carePlace, keyOpens, keyPlace, messages, port, scanning } from './doctor-service.ts';
import { ill, mind, well, type Finding } from './finding.ts';

const marks = { well: '✓', mind: '!', ill: '✗' };

export const doctorCommand: Command = {
  name: 'doctor',
  takes: '',
  says: {
    zh: '检查运行环境，说明每项问题如何解决',
    en: 'Look at the installation and say what to do about each problem',
  },
  run: async (given) => {
    const findings = [...(await lookAround(given.settings)), ...(await lookAtDatabase(given))];
    for (const { state, zh, en } of findings) console.log(`${marks[state]} ${zh}\n  ${en}`);
    return findings.some(({ state }) => state === 'ill') ? 1 : 0;
  },
};

/** Everything that can be seen without a database. */
export async function lookAround(settings: Settings): Promise<Finding[]> {
  return [
    runtime(),
    words(),
    await folder(settings),
    await port(settings),
    await keyPlace(settings),
    carePlace(settings),
    cookies(settings),
    proxy(settings),
    filing(settings),
    messages(settings),
    await scanning(settings),
    ground(settings),
    builds(),
  ];
}

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 26) return well(`Node ${process.versions.node}`, 'the runtime is new enough');
  return ill(
    `Node ${process.versions.node} 过旧，请用 npm start 或 npx fengqiao 启动`,
    'this Node is too old; start with npm start or npx fengqiao, which bring their own',
  );
}

function words(): Finding {
  const named = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long' }).format(
    new Date(0),
  );
  const parts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment('路灯不亮')].length;
  if (named === '一月' && parts < 4)
    return well('中文与时区数据齐全', 'Chinese words and time zones are there');
  return ill(
    '运行环境缺少中文语言数据，请使用项目自带的 Node',
    "the runtime lacks Chinese language data; use the project's own Node",
  );
}

async function folder({ dataDir }: Settings): Promise<Finding> {
  const place = nearest(dataDir);
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    return ill(
      `数据目录 ${dataDir} 不可写，请更改权限或 DATA_DIR`,
      'the data folder cannot be written; change its owner or DATA_DIR',
    );
  const free = await freeOn(place);
  const freeGb = free / 1e9;
  if (free < LEAST)
    return ill(
      `数据目录 ${dataDir} 所在磁盘已满（剩余 ${freeGb.toFixed(2)} GB），不再保存：请清理或扩容`,
      `the disk of the data folder is full (${freeGb.toFixed(2)} GB free) and nothing more is saved; make room`,
    );
  if (free < LITTLE)
    return mind(
      `数据目录 ${dataDir} 仅剩 ${freeGb.toFixed(1)} GB，请清理或扩容`,
      `only ${freeGb.toFixed(1)} GB are free for data; make room`,
    );
  return well(
    `数据目录 ${dataDir} 可写，剩余 ${freeGb.toFixed(0)} GB`,
    'the data folder can be written and has room',
  );
}

/** The folder itself, or the one it will be made in. */
const nearest = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));

const isLocal = (host: string) => /^(127\.|localhost$|::1$)/.test(host);

function cookies({ host, secureCookies }: Settings): Finding {
  if (secureCookies) return well('会话 Cookie 仅经 HTTPS 发送', 'session cookies travel over HTTPS only');
  if (isLocal(host))
    return mind(
      '会话 Cookie 可经 HTTP 发送：仅适合本机试用；对外服务请设 SECURE_COOKIES=on 并使用 HTTPS',
      'session cookies may travel over HTTP: for a trial on this machine only; set SECURE_COOKIES=on behind TLS',
    );
  return ill(
    '对外地址上会话 Cookie 未限 HTTPS，请设 SECURE_COOKIES=on',
    'on a public address session cookies must be secure; set SECURE_COOKIES=on',
  );
}

function proxy({ host, trustProxy }: Settings): Finding {
  if (trustProxy || !isLocal(host))
    return well(
      `监听 ${host}，${trustProxy ? '信任' : '不信任'}反向代理所报地址`,
      `listens on ${host}; a proxy's word about addresses is ${trustProxy ? '' : 'not '}taken`,
    );
  return mind(
    '只监听本机；若前面有反向代理，请设 TRUST_PROXY=on，否则限流会把所有人当成同一地址',
    'listens on this machine only; behind a reverse proxy set TRUST_PROXY=on, or all people count as one address',
  );
}

/** A site is filed before it serves the public, and the district answers for it (国办函〔2026〕12号). */
function filing({ filing: told, demo }: Settings): Finding {
  const { no, authority, date, version, owner } = told;
  if (demo) return well('演示模式，无需备案', 'demo mode needs no filing');
  const missing = Object.entries({
    FILING_NO: no,
    FILING_AUTHORITY: authority,
    FILING_DATE: date,
    FILING_VERSION: version,
    FILING_OWNER: owner,
  }).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length === 0)
    return well(`备案号 ${no}（${authority}）`, `filed under ${no} with ${authority}`);
  if (no !== '')
    return mind(
      `备案信息不全：请设 ${missing.join('、')}`,
      `the filing is told in part only: set ${missing.join(', ')}`,
    );
  return ill(
    `未备案，不得对外服务：请先由区级主办单位备案，再设 ${missing.join('、')}`,
    `not filed, so it must not serve the public: have the district file it first, then set ${missing.join(', ')}`,
  );
}

function ground({ baseMap }: Settings): Finding {
  if (baseMap === null)
    return well('地图只用本街道自己的图形', 'the map is drawn from the ground of the street alone');
  const { host } = new URL(baseMap.tiles);
  return mind(
    `底图由浏览器直接向 ${host} 取：密钥对工作人员可见，请在服务商处限定本站域名`,
    `browsers fetch the base map from ${host} themselves: its key is seen by staff, so restrict it to this site at the provider`,
  );
}

function builds(): Finding {
  const missing = apps
    .filter(({ folder: dist }) => !existsSync(`${dist}index.html`))
    .map(({ nameZh }) => nameZh);
  if (missing.length === 0) return well('网页均已构建', 'the web apps are built');
  return mind(
    `尚未构建：${missing.join('、')}；npm start 会先构建`,
    'some web apps are not built; npm start builds them',
  );
}

async function lookAtDatabase(given: Given): Promise<Finding[]> {
  try {
    const { url } = await given.store();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      const findings = await askDatabase(client, given.settings, vendoredYears);
      return (await isCurrent(client)) ? [...findings, await keyOpens(given.settings, url)] : findings;
    } finally {
      await client.end();
    }
  } catch (error) {
    if (error instanceof Mistake) return [ill(error.zh, error.message)];
    const said = error instanceof Error ? error.message : String(error);
    return [
      given.settings.databaseUrl === null
        ? ill(`内置数据库有问题：${said}`, `the embedded database is in trouble: ${said}`)
        : ill(`询问数据库时出错：${said}`, `the database answered with an error: ${said}`),
    ];
  }
}
