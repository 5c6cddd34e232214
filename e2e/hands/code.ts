import type { Page } from 'playwright-core';
import type { Lane } from '../house.ts';

/** The newest code told to one phone, in the outbox of the demo; other lanes have codes sent meanwhile. */
export async function codeTo(page: Page, { base }: Lane, phone: string): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(300)) {
    const reply = await page.request.get(`${base}/api/demo/outbox`);
    const { items } = (await reply.json()) as { items: { to: string; text: string }[] };
    const code = items
      .filter(({ to }) => to === phone)
      .map(({ text }) => /验证码 (\d{6})/.exec(text)?.[1])
      .find((found) => found !== undefined);
    if (code !== undefined) return code;
  }
  throw new Error('No code came to the outbox of the demo.');
}

/** The phone of the resident who is signed in, as the registry tells it to themselves. */
export async function ownPhone(page: Page, { base }: Lane): Promise<string> {
  const reply = await page.request.get(`${base}/api/me/registry`);
  const { fields } = (await reply.json()) as { fields: { field: string; value: string | null }[] };
  const phone = fields.find(({ field }) => field === 'phone')?.value;
  if (phone === undefined || phone === null) throw new Error('The registry tells no phone of the resident.');
  return phone;
}
