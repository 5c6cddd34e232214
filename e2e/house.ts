import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startServer } from './server.ts';

const PORT = 18_590;
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that beeps, and nobody to ask for it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Where no language is set, the browser would not find a file of a Chinese name. */
export const SURROUNDINGS = { ...process.env, LC_ALL: 'C.UTF-8' };

export type Look = {
  readonly role?: string;
  /** Whose window it is, where that is nobody of the tour. */
  readonly login?: string;
  readonly phone?: boolean;
  readonly language?: 'zh' | 'en';
};

/** One way through the street; what needs time to pass goes on in `later`, after two weeks. */
export type Journey = {
  readonly name: string;
  readonly go: (lane: Lane) => Promise<void>;
  readonly later?: (lane: Lane) => Promise<void>;
};

/** A journey that goes on two weeks later, with what it kept of its first part. */
export function overTime<T>(
  name: string,
  go: (lane: Lane) => Promise<T>,
  later: (lane: Lane, kept: T) => Promise<void>,
): Journey {
  let kept: { readonly of: T } | undefined;
  return {
    name,
    go: async (lane) => {
      kept = { of: await go(lane) };
    },
    later: async (lane) => {
      if (kept === undefined) throw new Error('the first part did not come to its end');
      await later(lane, kept.of);
    },
  };
}

/** A row of windows in one browser: who was entered before in this lane is still signed in. */
export type Lane = {
  readonly base: string;
  /** Opens a window as somebody of the demo street, and gives its page. */
  enter(look: Look): Promise<Page>;
  /** Shuts the windows that stand open; `forget` signs everybody out as well. */
  shut(forget: boolean): Promise<void>;
};

/** The real server with the demo street, and a real browser before it. */
export type House = {
  lane(): Lane;
  /** Lets time pass on the street's clock; nobody stays signed in. */
  pass(hours: number): Promise<void>;
  close(): Promise<void>;
};

export async function openHouse(): Promise<House> {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined)
    throw new Error('CHROME_PATH is not set; run the journeys with `npm run e2e`.');
  const server = await startServer(PORT);
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: SURROUNDINGS });
  return {
    lane: () => makeLane(browser, server.base, server.ahead),
    pass: server.startLater,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** A lane of windows before a server whose clock runs ahead of the browser's by some ms. */
export function makeLane(browser: Browser, base: string, ahead: () => number): Lane {
  const kept = new Map<string, BrowserContext>();
  const open = new Set<Page>();
  return {
    base,
    enter: async (look) => {
      const key = JSON.stringify([look.role, look.login, look.phone, look.language]);
      const context = kept.get(key) ?? (await signIn(browser, base, look));
      kept.set(key, context);
      const page = await context.newPage();
      if (ahead() > 0) await page.clock.setSystemTime(Date.now() + ahead());
      page.setDefaultTimeout(30_000);
      open.add(page);
      return page;
    },
    shut: async (forget) => {
      await Promise.all([...open].map((page) => page.close()));
      open.clear();
      if (!forget) return;
      await Promise.all([...kept.values()].map((context) => context.close()));
      kept.clear();
    },
  };
}

async function signIn(browser: Browser, base: string, look: Look): Promise<BrowserContext> {
  const { role, phone = false, language = 'zh' } = look;
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    geolocation: { longitude: 120.1563, latitude: 31.2287, accuracy: 12 },
    permissions: ['geolocation'],
    reducedMotion: 'reduce',
  });
  if (role !== undefined) await context.request.post(`${base}/api/demo/sessions`, { data: { role } });
  await context.addInitScript((kept) => localStorage.setItem('fengqiao.language', kept), language);
  return context;
}
