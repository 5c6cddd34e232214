import type { Locator } from 'playwright-core';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;

/** A film of a picture on a page, as a camera held before the printed sheet would see it: YUV4MPEG2, grey on grey. */
export async function filmOf(picture: Locator): Promise<Buffer> {
  const encoded = await picture.evaluate(
    async (image: HTMLImageElement, { width, height }) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [width, height];
      const drawn = canvas.getContext('2d');
      if (drawn === null) throw new Error('this browser does not draw');
      drawn.fillStyle = '#999';
      drawn.fillRect(0, 0, width, height);
      const side = height * 0.7;
      drawn.translate(width / 2, height / 2);
      drawn.rotate(0.1);
      drawn.drawImage(image, -side / 2, -side / 2, side, side);
      const { data } = drawn.getImageData(0, 0, width, height);
      let grey = '';
      for (let at = 0; at < data.length; at += 4) grey += String.fromCodePoint(data[at] ?? 0);
      return btoa(grey);
    },
    { width: WIDTH, height: HEIGHT },
  );
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.from(encoded, 'base64'),
    Buffer.alloc((WIDTH * HEIGHT) / 2, 128),
  ]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]);
}
