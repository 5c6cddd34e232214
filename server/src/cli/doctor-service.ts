import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { careKeyFits } from '#modules/care';
import { indexKeyFits, keyFits } from '#modules/identity';
import type { Settings } from '#platform/config.ts';
import { isThere } from '#platform/files/scanner.ts';
import { buildPlatform, type OpenPlatform } from '#platform/platform.ts';
import { streetIds } from '#platform/street.ts';
import { withWork } from '#platform/work.ts';
import { rooms } from '../app.ts';
import { Mistake } from './command.ts';
import { ill, mind, well, type Finding } from './finding.ts';

/** Whether the web server could listen where it is told to, or already does. */
export async function port({ port: number, host }: Settings): Promise<Finding> {
  const at = `${host}:${number}`;
  const trouble = await listening(number, host);
  if (trouble === undefined) return well(`端口 ${at} 空闲`, `${at} is free`);
  if (trouble !== 'EADDRINUSE') return ill(...cannotListen(trouble, at));
  if (await isOurs(number, host)) return well(`枫桥正在 ${at} 运行`, `Fengqiao is running on ${at}`);
  return ill(...cannotListen(trouble, at));
}

/** Why nobody can listen at an address, and what to do. */
export function cannotListen(code: string, at: string): [zh: string, en: string] {
  if (code === 'EADDRINUSE')
    return [
      `端口 ${at} 已被其他程序占用：请停止该程序，或用 PORT 另选端口`,
      `${at} is taken by another program: stop that one, or choose another PORT`,
    ];
  if (code === 'EACCES')
    return [
      `无权监听 ${at}：1024 以下的端口留给反向代理，请另选 PORT`,
      `not allowed to listen on ${at}: leave ports below 1024 to the reverse proxy and choose another PORT`,
    ];
  return [
    `无法监听 ${at}（${code}）：请检查 HOST`,
    `cannot listen on ${at} (${code}): check HOST, which must be an address of this machine`,
  ];
}

function listening(number: number, host: string): Promise<string | undefined> {
  return new Promise((found) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) => found(error.code ?? error.message))
      .listen(number, host, () => probe.close(() => found(undefined)));
  });
}

async function isOurs(number: number, host: string): Promise<boolean> {
  const to = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const reply = await fetch(`http://${to}:${number}/api/health`, { signal: AbortSignal.timeout(2_000) });
    const told: unknown = await reply.json();
    return typeof told === 'object' && told !== null && 'migrations' in told;
  } catch {
    return false;
  }
}

/** Where the master key comes from. */
export async function keyPlace({ masterKey, dataDir, databaseUrl }: Settings): Promise<Finding> {
  const file = join(dataDir, 'master.key');
  const kept = await readFile(file).catch(() => null);
  if (kept === null || !kept.equals(masterKey))
    return well('主密钥由 MASTER_KEY 指定', 'the master key is the one in MASTER_KEY');
  if (databaseUrl === null)
    return well(`主密钥在 ${file}，请另行备份`, `the master key is in ${file}; keep a copy elsewhere`);
  return mind(
    `未设 MASTER_KEY，正在使用 ${file}：请把它（base64）设为 MASTER_KEY，各台机器须相同，并另行备份`,
    `MASTER_KEY is not set, so ${file} is used: give it (base64) as MASTER_KEY to every machine, and keep a copy elsewhere`,
  );
}

/** Whether special care has a key of its own. */
export function carePlace({ careKey, demo }: Settings): Finding {
  if (careKey !== null)
    return well('重点关爱记录由 CARE_KEY 单独加密', 'special-care records are sealed with CARE_KEY');
  if (demo)
    return well(
      '重点关爱记录的密钥由主密钥派生（演示模式）',
      'the key of special care is derived from the master key, as in every demo',
    );
  return mind(
    '未设 CARE_KEY，重点关爱记录的密钥由主密钥派生：启用重点关爱前请另设，并与 MASTER_KEY 分开保管',
    'CARE_KEY is not set, so the key of special care is derived from the master key: set one before such records are kept, and keep it apart from MASTER_KEY',
  );
}

export function messages({ sms, demo }: Settings): Finding {
  if (sms !== null)
    return well(`短信经 ${new URL(sms.url).host} 发送`, `text messages go through ${new URL(sms.url).host}`);
  if (demo) return well('演示模式，短信只显示不发送', 'demo mode: text messages are shown, not sent');
  return mind(
    '未接短信服务：居民收不到验证码和短信，只能在站内查看；请设 SMS_URL 和 SMS_KEY',
    'no provider of text messages: residents get no codes and no messages by phone; set SMS_URL and SMS_KEY',
  );
}

/** Whether what looks at files before they are taken answers. */
export async function scanning({ scanner, demo }: Settings): Promise<Finding> {
  if (scanner !== null)
    return (await isThere(scanner))
      ? well('上传的文件先经恶意代码检查', 'files are scanned for malicious code before they are taken')
      : ill(
          '恶意代码检查服务没有响应，任何文件都不会被接收：请启动 clamd 或更正 SCANNER_URL',
          'the scanner does not answer, so no file is taken: start clamd or correct SCANNER_URL',
        );
  if (demo) return well('演示模式，上传的文件不作恶意代码检查', 'demo mode: files are not scanned');
  return mind(
    '未接恶意代码检查：请安装 ClamAV 并设 SCANNER_URL（等保三级“恶意代码防范”）',
    'files are not scanned for malicious code: install ClamAV and set SCANNER_URL',
  );
}

/** Whether the master key opens what the database holds; asked only of a database that is up to date. */
export async function keyOpens(settings: Settings, url: string): Promise<Finding> {
  const platform = await buildPlatform({ settings, url, rooms });
  try {
    await refuseWrongKey(platform);
    return well('主密钥与库中数据相符', 'the master key fits what the database holds');
  } catch (error) {
    if (error instanceof Mistake) return ill(error.zh, error.message);
    throw error;
  } finally {
    await platform.close();
  }
}

/** A server with other keys would seal what nobody could read together with the rest, or not find who is there: it does not start. */
export async function refuseWrongKey(platform: OpenPlatform): Promise<void> {
  for (const street of await streetIds(platform.db)) {
    const fits = await withWork(
      platform,
      { service: 'system', street },
      platform.clock(),
      'read',
      async (work) => (!(await keyFits(work)) ? 'nothing' : (await indexKeyFits(work)) ? 'all' : 'seals'),
    );
    if (fits === 'all') {
      await refuseWrongCareKey(platform, street);
      continue;
    }
    if (fits === 'seals')
      throw new Mistake(
        `索引密钥或算法已更换，按电话和证件号码将查不到人（街道 ${street}）：请先运行 fengqiao keys rotate。`,
        `The key of the indexes or the suite was changed, so nobody would be found by phone or number (subdistrict ${street}): run fengqiao keys rotate first.`,
      );
    throw new Mistake(
      `主密钥打不开库中已加密的数据（街道 ${street}）：请设回原来的 MASTER_KEY。`,
      `The master key does not open what was encrypted before (subdistrict ${street}): set the MASTER_KEY used until now.`,
    );
  }
}

async function refuseWrongCareKey(platform: OpenPlatform, street: string): Promise<void> {
  const fits = await withWork(platform, { service: 'system', street }, platform.clock(), 'read', careKeyFits);
  if (fits === 'seals')
    throw new Mistake(
      `重点关爱记录的密钥或算法已更换，删除某人时将查不到其记录（街道 ${street}）：请先运行 fengqiao keys rotate。`,
      `The key or the suite of special care was changed, so records would not be found when somebody is erased (subdistrict ${street}): run fengqiao keys rotate first.`,
    );
  if (fits === 'nothing')
    throw new Mistake(
      `密钥打不开库中的重点关爱记录（街道 ${street}）：请设回原来的 CARE_KEY，或把它设为 CARE_KEY_PREVIOUS。`,
      `The keys do not open the special-care records (subdistrict ${street}): set the CARE_KEY used until now, or give it as CARE_KEY_PREVIOUS.`,
    );
}
