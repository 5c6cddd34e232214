import { t } from '../../language.ts';
import type { Ground, Shape } from './ground.ts';
import { toPixel, type Size, type View } from './view.ts';

type Pen = { ctx: CanvasRenderingContext2D; view: View; size: Size; colour: (name: string) => string };
const namesBelow = 5;
const placesBelow = 1.6;

/** Draws the street: water, roads, houses, borders, then names where there is room. */
export function draw(ctx: CanvasRenderingContext2D, ground: Ground, view: View, size: Size): void {
  const styles = getComputedStyle(document.documentElement);
  const pen: Pen = { ctx, view, size, colour: (name) => styles.getPropertyValue(`--${name}`).trim() };
  ctx.fillStyle = pen.colour('card');
  ctx.fillRect(0, 0, size.width, size.height);
  fill(pen, ground.water, '#C9DDE3');
  fill(pen, ground.buildings, pen.colour('sunk'), pen.colour('line'));
  for (const road of ground.roads)
    stroke(pen, road, pen.colour('border'), Math.max(1.5, (road.width || 6) / view.scale + 1.5));
  for (const road of ground.roads)
    stroke(pen, road, pen.colour('page'), Math.max(0.8, (road.width || 6) / view.scale));
  ctx.setLineDash([6, 5]);
  for (const community of ground.communities) stroke(pen, community, pen.colour('tile'), 1.2);
  ctx.setLineDash([]);
  names(pen, ground);
}

function fill(pen: Pen, shapes: readonly Shape[], colour: string, border?: string): void {
  pen.ctx.fillStyle = colour;
  for (const shape of shapes) {
    if (!shape.closed) stroke(pen, shape, colour, Math.max(1.5, shape.width / pen.view.scale));
    else if (trace(pen, shape)) {
      pen.ctx.fill('evenodd');
      if (border !== undefined) {
        pen.ctx.strokeStyle = border;
        pen.ctx.lineWidth = 1;
        pen.ctx.stroke();
      }
    }
  }
}

function stroke(pen: Pen, shape: Shape, colour: string, width: number): void {
  if (!trace(pen, shape)) return;
  pen.ctx.strokeStyle = colour;
  pen.ctx.lineWidth = width;
  pen.ctx.lineJoin = pen.ctx.lineCap = 'round';
  pen.ctx.stroke();
}

/** Lays the path of a shape; false when nothing of it is in sight. */
function trace({ ctx, view, size }: Pen, { lines, closed }: Shape): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  ctx.beginPath();
  for (const line of lines) {
    line.forEach(([lng, lat], n) => {
      const [x, y] = toPixel(view, size, lng, lat);
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
      if (n === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
    if (closed) ctx.closePath();
  }
  return right >= 0 && bottom >= 0 && left <= size.width && top <= size.height;
}

/** Names, the larger things first; one that would cover another is left out. */
function names({ ctx, view, size, colour }: Pen, { communities, roads, places }: Ground): void {
  const taken: [number, number, number, number][] = [];
  const write = (shape: Shape, font: string, ink: string) => {
    const middle = shape.closed
      ? centreOf(shape)
      : shape.lines[0]?.[Math.floor((shape.lines[0]?.length ?? 0) / 2)];
    const word = t(shape.name);
    if (middle === undefined || word === '') return;
    const [at, y] = toPixel(view, size, middle[0], middle[1]);
    ctx.font = font;
    const half = ctx.measureText(word).width / 2 + 3;
    // A name whose middle is in sight is moved so that all of it is.
    const x = Math.max(half, Math.min(at, size.width - half));
    const box: [number, number, number, number] = [x - half, y - 9, x + half, y + 9];
    if (at < 0 || y < 0 || at > size.width || y > size.height || taken.some((other) => overlap(box, other)))
      return;
    taken.push(box);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.lineWidth = 4;
    ctx.strokeStyle = colour('card');
    ctx.strokeText(word, x, y);
    ctx.fillStyle = ink;
    ctx.fillText(word, x, y);
  };
  const family = getComputedStyle(document.body).fontFamily;
  if (view.scale > placesBelow)
    for (const community of communities) write(community, `700 14px ${family}`, colour('tile'));
  if (view.scale < namesBelow) for (const road of roads) write(road, `13px ${family}`, colour('tile'));
  if (view.scale < placesBelow) for (const place of places) write(place, `12px ${family}`, colour('primary'));
}

function centreOf({ lines }: Shape): readonly [number, number] | undefined {
  const ring = lines[0];
  if (ring === undefined || ring.length === 0) return undefined;
  const sum = ring.reduce<[number, number]>(([lng, lat], point) => [lng + point[0], lat + point[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

type Box = readonly [number, number, number, number];
const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
