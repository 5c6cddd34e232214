import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useNow } from '../parts/now.ts';

const WIDTH = 320;
const HEIGHT = 200;

/**
 * Who had this screen open, and when, faintly over all of it: a photo of a screen that ends up in a chat tells where it came
 * from. It is drawn as a picture, so that readers and clicks pass through it.
 */
export function Watermark() {
  const { name } = useMe();
  const text = `${name} ${stamp(useNow())}`;
  return <div className="watermark" aria-hidden style={{ backgroundImage: `url("${tileOf(text)}")` }} />;
}

function tileOf(text: string): string {
  const escaped = text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const words = `<text x="${WIDTH / 2}" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-22 ${WIDTH / 2} ${HEIGHT / 2})" font-family="sans-serif" font-size="14" fill="#22303a">${escaped}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${words}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
