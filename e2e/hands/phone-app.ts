import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { demand } from '../demand.ts';
import { FLAGS } from '../house.ts';

const HOUR = 3_600_000;

/** A phone that keeps what it has when its app is killed, and whose clock is wrong. */
export type PhoneApp = {
  /** Opens the app; what ran before is killed. */
  open(path: string, network: 'on' | 'off'): Promise<Page>;
  context(): BrowserContext;
  throwAway(): Promise<void>;
};

export async function makePhone(base: string, role: string, hoursAhead: number): Promise<PhoneApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-phone-'));
  let running: BrowserContext | null = null;
  const start = async (): Promise<BrowserContext> => {
    await running?.close();
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: process.env['CHROME_PATH'] ?? '',
      args: FLAGS,
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      geolocation: { longitude: 120.1563, latitude: 31.2287, accuracy: 12 },
      permissions: ['geolocation'],
      reducedMotion: 'reduce',
    });
    running = context;
    return context;
  };
  const first = await start();
  const entered = await first.request.post(`${base}/api/demo/sessions`, { data: { role } });
  demand(entered.ok(), `the phone was not let in: ${entered.status()}`);
  const cookies = await first.cookies();
  return {
    open: async (path, network) => {
      const context = await start();
      await context.addCookies(cookies);
      await context.setOffline(network === 'off');
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(15_000);
      await page.clock.setSystemTime(Date.now() + hoursAhead * HOUR);
      await page.goto(`${base}${path}`);
      return page;
    },
    context: () => running ?? first,
    throwAway: async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
