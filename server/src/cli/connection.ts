import pg from 'pg';
import { Mistake } from './command.ts';

const OLDEST = 16;
const PATIENCE_MS = 5_000;

/** Asks a database of somebody else's whether it answers and is new enough; what is wrong is said in plain words. */
export async function checkConnection(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]?.server_version.split(' ')[0] ?? '';
    if (Number.parseInt(version, 10) < OLDEST) throw tooOld(version);
  } catch (error) {
    throw error instanceof Mistake ? error : unreachable(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const tooOld = (version: string) =>
  new Mistake(
    `数据库是 PostgreSQL ${version}，过旧：需要 16、17 或 18。请升级数据库后再试。`,
    `The database is PostgreSQL ${version}, which is too old: 16, 17 or 18 is needed. Upgrade it and try again.`,
  );

type Words = (of: { who: string; name: string; at: string }) => readonly [zh: string, en: string];

const noServer: Words = ({ at }) => [
  `${at} 上没有数据库应答：请检查 DATABASE_URL 的主机与端口、防火墙，以及数据库是否已启动。`,
  `No database answers at ${at}: check host and port in DATABASE_URL, the firewall, and whether it runs.`,
];
const wrongLogin: Words = ({ who }) => [
  `数据库拒绝用户 ${who} 登录：请检查 DATABASE_URL 中的用户名与密码，以及 pg_hba.conf。`,
  `The database does not let ${who} in: check user and password in DATABASE_URL, and pg_hba.conf.`,
];
const noHost: Words = ({ at }) => [
  `找不到主机 ${at}：请检查 DATABASE_URL 的主机名与 DNS。`,
  `The host of ${at} is not known: check its name in DATABASE_URL, and DNS.`,
];
const notNow: Words = () => [
  '数据库正在启动、停止，或连接数已满：请稍后再试，并检查 max_connections。',
  'The database is starting, stopping, or out of connections: try again soon, and look at max_connections.',
];

/** By PostgreSQL's state, or by the system's word for what happened to the connection. */
const known: Readonly<Record<string, Words>> = {
  '28P01': wrongLogin,
  '28000': wrongLogin,
  '3D000': ({ name }) => [
    `数据库 ${name} 不存在：请先创建（create database … owner …），或更正 DATABASE_URL。`,
    `There is no database ${name}: create it first (create database … owner …), or correct DATABASE_URL.`,
  ],
  ECONNREFUSED: noServer,
  ENOENT: noServer,
  ETIMEDOUT: noServer,
  EHOSTUNREACH: noServer,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  '57P03': notNow,
  '53300': notNow,
};

function unreachable(error: unknown, url: string): Mistake {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  const words = /timeout expired/.test(said) ? noServer : known[code];
  if (words !== undefined) return new Mistake(...words(partsOf(url)));
  return new Mistake(
    `数据库无法访问：${said}。请检查 DATABASE_URL。`,
    `The database cannot be reached: ${said}. Check DATABASE_URL.`,
  );
}

/** What may be shown of an address: everything but the password. */
function partsOf(url: string): { who: string; name: string; at: string } {
  if (!URL.canParse(url)) return { who: '?', name: '?', at: '?' };
  const { username, pathname, host } = new URL(url);
  return {
    who: decodeURIComponent(username) || '?',
    name: decodeURIComponent(pathname.slice(1)) || '?',
    at: decodeURIComponent(host) || '?',
  };
}
