import { chromium, type BrowserContext } from 'playwright-core';
import { demand } from '../demand.ts';
import { FLAGS } from '../house.ts';

/** A phone of its own: a browser started with other flags than the one of the lanes. */
export async function ownBrowser(
  base: string,
  role: string,
  flags: readonly string[],
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '',
    args: [...flags],
  });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    geolocation: { longitude: 120.1563, latitude: 31.2287, accuracy: 12 },
    permissions: ['geolocation'],
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const entered = await context.request.post(`${base}/api/demo/sessions`, { data: { role } });
  demand(entered.ok(), `${role} was not let in: ${entered.status()}`);
  return { context, close: () => browser.close() };
}

/** A browser whose camera sees a film, over and over; no path: one that has no camera. */
export const seeing = (film: string | null): string[] =>
  film === null
    ? FLAGS.filter((flag) => flag !== '--use-fake-device-for-media-stream')
    : [...FLAGS, `--use-file-for-fake-video-capture=${film}`];
