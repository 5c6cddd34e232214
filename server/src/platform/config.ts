import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { careKeysOf } from './crypto/care-vault.ts';
import { suiteNames, type SuiteName } from './crypto/suite.ts';
import { areTellable } from './crypto/vault.ts';
import { options, wrong, type Option } from './config-options.ts';
import { makeFolder } from './files/folder.ts';
import { scannerOf, type Scanner } from './files/scanner.ts';
import { collectorOf, type Collector } from './syslog.ts';

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly pool: number;
  /** How long the database may take over what somebody asked. */
  readonly requestMs: number;
  readonly demo: boolean;
  /** How far the clock of a demo runs ahead, in ms; nothing elsewhere. */
  readonly aheadMs: number;
  readonly defaultStreet: string;
  readonly masterKey: Buffer;
  readonly previousKey: Buffer | null;
  readonly indexKey: Buffer | null;
  readonly careKey: Buffer | null;
  readonly previousCareKey: Buffer | null;
  /** What seals the packages of filed cases; null: derived from the other keys. */
  readonly archiveKey: Buffer | null;
  readonly suite: SuiteName;
  /** The PKCS #8 key that signs the seal; null: the one in dataDir. */
  readonly sealKey: string | null;
  /** The SM2 key beside it; null: the one in dataDir. */
  readonly sealSm2Key: string | null;
  readonly sealPublishDir: string | null;
  /** Where backups, the log of the embedded database and the ledger of erasures lie. */
  readonly backupDir: string | null;
  readonly secureCookies: boolean;
  readonly trustProxy: boolean;
  readonly sms: { readonly url: string; readonly key: string } | null;
  /** The provider of the single sign-on of staff; null without one. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly claim: string;
  } | null;
  /** The base map of an operator under our own drawing; null without one. */
  readonly baseMap: {
    readonly tiles: string;
    readonly attribution: string;
    readonly drawnIn: 'WGS84' | 'GCJ02';
  } | null;
  readonly logLevel: string;
  /** Where the security log is sent on to; null: nowhere. */
  readonly syslog: Collector | null;
  /** What looks at files before they are taken; null: nothing. */
  readonly scanner: Scanner | null;
  /** How the site is filed with the authorities; empty where it is not told. */
  readonly filing: {
    readonly no: string;
    readonly authority: string;
    readonly date: string;
    readonly version: string;
    readonly owner: string;
  };
  /** Who may show the resident app in a frame. */
  readonly embedOrigins: readonly string[];
  readonly rateLimit: number;
  readonly staffIdleMinutes: number;
  /** Of whom a second factor is demanded: of nobody, of privileged posts, of all staff. */
  readonly secondFactor: 'off' | 'privileged' | 'all';
  /** After so many days a password is changed; 0: never. */
  readonly passwordDays: number;
  /** How long the file of an export lies here. */
  readonly exportHours: number;
};

/** Reads the options, or throws a sentence that says which one is wrong and what it should be. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const of = (name: Option) => env[name]?.trim() || options[name][0];
  const databaseUrl = of('DATABASE_URL') || null;
  const host = of('HOST');
  const dataDir = resolve(of('DATA_DIR'));
  const isDemo = demo(of('DEMO'), databaseUrl);
  return tellable({
    port: number('PORT', of('PORT'), 0, 65_535),
    host,
    dataDir,
    databaseUrl,
    pool: number('DATABASE_POOL', of('DATABASE_POOL'), 1, 500),
    requestMs: number('REQUEST_SECONDS', of('REQUEST_SECONDS'), 1, 60) * 1000,
    demo: isDemo,
    aheadMs: ahead(of('DEMO_AHEAD'), isDemo),
    defaultStreet: of('DEFAULT_STREET'),
    masterKey: masterKey(of('MASTER_KEY'), dataDir),
    previousKey: previousKey(of('MASTER_KEY_PREVIOUS'), of('INDEX_KEY')),
    indexKey: keyOrNull('INDEX_KEY', of('INDEX_KEY')),
    careKey: keyOrNull('CARE_KEY', of('CARE_KEY')),
    previousCareKey: keyOrNull('CARE_KEY_PREVIOUS', of('CARE_KEY_PREVIOUS')),
    archiveKey: keyOrNull('ARCHIVE_KEY', of('ARCHIVE_KEY')),
    suite:
      suiteNames.find((name) => name === of('CRYPTO_SUITE')) ?? wrong('CRYPTO_SUITE', 'must be aes or sm'),
    sealKey: of('SEAL_KEY') || null,
    sealSm2Key: of('SEAL_SM2_KEY') || null,
    sealPublishDir: of('SEAL_PUBLISH_DIR') === '' ? null : resolve(of('SEAL_PUBLISH_DIR')),
    backupDir: of('BACKUP_DIR') === '' ? null : resolve(of('BACKUP_DIR')),
    secureCookies: flag('SECURE_COOKIES', of('SECURE_COOKIES'), !/^(127\.|localhost$|::1$)/.test(host)),
    trustProxy: flag('TRUST_PROXY', of('TRUST_PROXY'), false),
    sms: of('SMS_URL') ? { url: https('SMS_URL', of('SMS_URL')), key: of('SMS_KEY') } : null,
    oidc: oidc(of),
    baseMap: baseMap(of),
    logLevel: of('LOG_LEVEL'),
    syslog: of('SYSLOG_URL') === '' ? null : syslog(of('SYSLOG_URL')),
    scanner: of('SCANNER_URL') === '' ? null : scanner(of('SCANNER_URL')),
    filing: filing(of),
    embedOrigins: origins(of('EMBED_ORIGINS')),
    staffIdleMinutes: number('STAFF_IDLE_MINUTES', of('STAFF_IDLE_MINUTES'), 5, 720),
    secondFactor: secondFactor(of('STAFF_SECOND_FACTOR'), isDemo),
    passwordDays:
      of('PASSWORD_DAYS') === 'auto'
        ? isDemo
          ? 0
          : 90
        : number('PASSWORD_DAYS', of('PASSWORD_DAYS'), 0, 3650),
    exportHours: number('EXPORT_HOURS', of('EXPORT_HOURS'), 1, 720),
    rateLimit: number('RATE_LIMIT', of('RATE_LIMIT'), 1, 10_000_000),
  });
}

/** A change of keys goes by the number of the key in what it sealed; two keys of one number could not be changed. */
function tellable(settings: Settings): Settings {
  const must = 'has the same number as a key before it, as one in 256 has; make another one';
  if (!areTellable(settings)) wrong('MASTER_KEY', must);
  if (!areTellable(careKeysOf(settings))) wrong('CARE_KEY', must);
  return settings;
}

function number(name: Option, text: string, least: number, most: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : wrong(name, `must be a whole number from ${least} to ${most}, not "${text}"`);
}

function flag(name: Option, text: string, auto: boolean): boolean {
  if (text === 'auto') return auto;
  return text === 'on' ? true : text === 'off' ? false : wrong(name, 'must be on, off or auto');
}

function demo(text: string, databaseUrl: string | null): boolean {
  const asked = flag('DEMO', text, databaseUrl === null);
  return asked && databaseUrl !== null
    ? wrong('DEMO', 'cannot be on with DATABASE_URL: demo passwords never meet a production database')
    : asked;
}

/** At most a year; only where nothing real is at stake. */
function ahead(text: string, isDemo: boolean): number {
  const hours = number('DEMO_AHEAD', text, 0, 8_784);
  return hours === 0 || isDemo
    ? hours * 3_600_000
    : wrong('DEMO_AHEAD', 'moves the clock of a demo only: deadlines of real cases follow real time');
}

const scanner = (text: string): Scanner =>
  scannerOf(text) ?? wrong('SCANNER_URL', 'must be tcp://HOST:PORT or unix:///PATH');

/** All of it or nothing: half a single sign-on would only be found out by whoever wants to sign in. */
function oidc(of: (name: Option) => string): Settings['oidc'] {
  if (of('OIDC_ISSUER') === '') return null;
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).find((name) => of(name) === '');
  if (missing !== undefined) return wrong(missing, 'must be set together with OIDC_ISSUER');
  return {
    issuer: https('OIDC_ISSUER', of('OIDC_ISSUER')),
    clientId: of('OIDC_CLIENT_ID'),
    clientSecret: of('OIDC_CLIENT_SECRET'),
    claim: of('OIDC_CLAIM'),
  };
}

/** Browsers fetch the tiles themselves, so the address is told to them; a base map is shown with its maker or not at all. */
function baseMap(of: (name: Option) => string): Settings['baseMap'] {
  const tiles = of('MAP_BASE_TILES');
  if (tiles === '') return null;
  const drawnIn = (['WGS84', 'GCJ02'] as const).find((name) => name === of('MAP_BASE_CRS'));
  if (!['{z}', '{x}', '{y}'].every((part) => tiles.includes(part)))
    return wrong('MAP_BASE_TILES', 'must hold {z}, {x} and {y}');
  if (of('MAP_BASE_ATTRIBUTION') === '')
    return wrong('MAP_BASE_ATTRIBUTION', 'must be set together with MAP_BASE_TILES');
  return {
    tiles: https('MAP_BASE_TILES', tiles),
    attribution: of('MAP_BASE_ATTRIBUTION'),
    drawnIn: drawnIn ?? wrong('MAP_BASE_CRS', 'must be WGS84 or GCJ02'),
  };
}

function secondFactor(text: string, isDemo: boolean): Settings['secondFactor'] {
  const known = (['off', 'privileged', 'all'] as const).find((one) => one === text);
  if (text === 'auto') return isDemo ? 'off' : 'privileged';
  return known ?? wrong('STAFF_SECOND_FACTOR', 'must be off, privileged, all or auto');
}

function filing(of: (name: Option) => string): Settings['filing'] {
  const date = of('FILING_DATE');
  if (date !== '' && !/^\d{4}-[01]\d-[0-3]\d$/.test(date))
    wrong('FILING_DATE', 'must be a day such as 2026-09-01');
  return {
    no: of('FILING_NO'),
    authority: of('FILING_AUTHORITY'),
    date,
    version: of('FILING_VERSION'),
    owner: of('FILING_OWNER'),
  };
}

const syslog = (text: string): Collector =>
  collectorOf(text) ??
  wrong('SYSLOG_URL', 'must be an address with its port such as udp://10.0.0.9:514, tcp://… or tls://…');

function origins(text: string): string[] {
  const given = text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  for (const one of given)
    if (!URL.canParse(one) || new URL(one).origin !== one)
      wrong('EMBED_ORIGINS', `must be origins such as https://app.example.gov.cn, not "${one}"`);
  return given;
}

function https(name: Option, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || url?.hostname === '127.0.0.1'
    ? text
    : wrong(name, 'must be an https address');
}

function keyOrNull(name: Option, text: string): Buffer | null {
  if (text === '') return null;
  const key = Buffer.from(text, 'base64');
  return key.length === 32 ? key : wrong(name, 'must be the base64 of exactly 32 bytes');
}

function previousKey(text: string, indexKey: string): Buffer | null {
  if (text !== '' && indexKey === '')
    wrong(
      'INDEX_KEY',
      'must be set when the master key changes, or nobody is found by number any more: give it the value of the old MASTER_KEY',
    );
  return keyOrNull('MASTER_KEY_PREVIOUS', text);
}

function masterKey(text: string, dataDir: string): Buffer {
  const given = keyOrNull('MASTER_KEY', text);
  if (given !== null) return given;
  const file = join(dataDir, 'master.key');
  makeFolder(dataDir);
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch {
    // The key of an earlier start is kept: without it nothing encrypted could be read again.
  }
  return readFileSync(file);
}
