import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 18_590;
const BASE = `http://127.0.0.1:${PORT}`;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Look = { readonly role?: string; readonly phone?: boolean; readonly language?: 'zh' | 'en' };

/** The real server with the demo street, and a real browser before it. */
export type House = {
  readonly base: string;
  /** Opens a window as somebody of the demo street, and gives its page. */
  enter(look: Look): Promise<Page>;
  close(): Promise<void>;
};

export async function openHouse(): Promise<House> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const dataDir = mkdtempSync(join(root, '.cache', 'e2e-'));
  const server = spawn(process.execPath, ['server/src/main.ts', 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(PORT),
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      RATE_LIMIT: '100000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(server);
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined)
    throw new Error('CHROME_PATH is not set; run the journeys with `npm run e2e`.');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    base: BASE,
    enter: (look) => enter(browser, look),
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await new Promise((ended) => server.once('exit', ended));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess): Promise<void> {
  for (let second = 0; second < 120; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ready = await fetch(`${BASE}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return;
    await wait(1000);
  }
  throw new Error('the server did not get ready in two minutes');
}

async function enter(browser: Browser, { role, phone = false, language = 'zh' }: Look): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    geolocation: { longitude: 120.1563, latitude: 31.2287, accuracy: 12 },
    permissions: ['geolocation'],
  });
  if (role !== undefined) await context.request.post(`${BASE}/api/demo/sessions`, { data: { role } });
  await context.addInitScript((kept) => localStorage.setItem('fengqiao.language', kept), language);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** Refuses a screen with a violation of WCAG 2.2 AA. */
export async function demandAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  if (violations.length > 0) {
    const said = violations.map(
      (one) =>
        `${one.id}: ${one.nodes
          .map((node) => node.html)
          .slice(0, 2)
          .join(' ')}`,
    );
    throw new Error(`${page.url()} is not accessible:\n${said.join('\n')}`);
  }
}

/** Refuses when a promise of the journey does not hold. */
export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
