import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../server/town/recorded/pictures/', import.meta.url));
const pictures = readdirSync(folder);

/** A picture of the invented street as a camera would give it; each number is another one. */
export const picture = (n: number) => ({
  name: `IMG_${n}.jpg`,
  mimeType: 'image/jpeg',
  buffer: readFileSync(join(folder, pictures[n % pictures.length] ?? '')),
});

/** Takes a photo where a phone asks for one, and waits until it has arrived; without a network, until it is kept. */
export async function photograph(
  page: Page,
  label: string,
  n: number,
  { arrives = true }: { arrives?: boolean } = {},
): Promise<void> {
  await page.locator('label.camera', { hasText: label }).locator('input').setInputFiles(picture(n));
  await page
    .getByText(arrives ? '已上传' : '没传上去')
    .last()
    .waitFor();
}

/** Adds a photo to a form of the workbench, and waits until it stands there. */
export async function attach(form: Locator, n: number): Promise<void> {
  await form.getByLabel('添加照片').setInputFiles(picture(n));
  await form.locator('.piece img').first().waitFor();
}
