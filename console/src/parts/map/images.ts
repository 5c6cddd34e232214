import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { mapBy } from '@fengqiao/contract/cases/map-words.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { themes, type ThemeName } from '@fengqiao/ui/tokens.ts';
import { badge, marksOf } from './shapes.ts';

/** Pictures are drawn when the map first asks for them; a name says what: `mark:day:state:1:0` or `ring:day:state:38:6,6,0:1`. */
export const PIXELS = 2;
const BOX = 24;
const MARK_SIZE = 22;

export function drawImage(name: string): ImageData | null {
  const [what, themeName, byName, size = '', shares = '', late = '0'] = name.split(':');
  const theme = among(keysOf(themes), themeName);
  if (what === 'place' && theme !== undefined) return drawPlace(theme);
  const by = among(keysOf(mapBy), byName);
  if (theme === undefined || by === undefined) return null;
  if (what === 'mark') return drawMark({ theme, by }, Number(size), shares === '1');
  if (what === 'ring')
    return drawRing({ theme, by }, Number(size), shares.split(',').map(Number), late === '1');
  return null;
}

type Look = { readonly theme: ThemeName; readonly by: MapBy };

/** A case alone: its shape on a ground of its own, so that it stands out from whatever lies under it. */
function drawMark({ theme, by }: Look, kind: number, late: boolean): ImageData | null {
  const mark = marksOf(by, theme)[kind];
  const pen = penOf(MARK_SIZE);
  if (mark === undefined || pen === null) return null;
  pen.scale(MARK_SIZE / BOX, MARK_SIZE / BOX);
  const path = new Path2D(mark.shape);
  pen.strokeStyle = themes[theme].card;
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.stroke(path);
  pen.fillStyle = themes[theme].card;
  pen.fill(path);
  pen.fillStyle = mark.colour;
  pen.fill(path, 'evenodd');
  if (late) drawBadge(pen, theme);
  return taken(pen, MARK_SIZE);
}

/** Several cases: a ring with a part for each kind by its share, clockwise from the top in the order of the legend. */
function drawRing(
  { theme, by }: Look,
  size: number,
  shares: readonly number[],
  late: boolean,
): ImageData | null {
  const pen = penOf(size);
  if (pen === null) return null;
  const middle = size / 2;
  const radius = middle - 4;
  pen.fillStyle = themes[theme].card;
  circle(pen, middle, middle, middle - 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let from = -Math.PI / 2;
  marksOf(by, theme).forEach(({ colour }, kind) => {
    const angle = ((shares[kind] ?? 0) / whole) * 2 * Math.PI;
    pen.beginPath();
    pen.arc(middle, middle, radius, from, from + angle);
    pen.lineWidth = 4.5;
    pen.strokeStyle = colour;
    pen.stroke();
    from += angle;
  });
  if (late) {
    pen.translate(size - BOX, 0);
    drawBadge(pen, theme);
  }
  return taken(pen, size);
}

function drawPlace(theme: ThemeName): ImageData | null {
  const pen = penOf(PLACE_SIZE);
  if (pen === null) return null;
  pen.fillStyle = themes[theme].card;
  circle(pen, PLACE_SIZE / 2, PLACE_SIZE / 2, PLACE_SIZE / 2);
  pen.fillStyle = themes[theme].tile;
  circle(pen, PLACE_SIZE / 2, PLACE_SIZE / 2, PLACE_SIZE / 4);
  return taken(pen, PLACE_SIZE);
}
const PLACE_SIZE = 10;

function drawBadge(pen: CanvasRenderingContext2D, theme: ThemeName): void {
  pen.fillStyle = themes[theme].card;
  circle(pen, badge.x, badge.y, badge.r + 1);
  pen.fillStyle = themes[theme].urgent;
  circle(pen, badge.x, badge.y, badge.r);
  pen.fillStyle = themes[theme].card;
  pen.fill(new Path2D(badge.sign));
}

function circle(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function penOf(size: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = size * PIXELS;
  canvas.height = size * PIXELS;
  const pen = canvas.getContext('2d');
  pen?.scale(PIXELS, PIXELS);
  return pen;
}

const taken = (pen: CanvasRenderingContext2D, size: number): ImageData =>
  pen.getImageData(0, 0, size * PIXELS, size * PIXELS);
