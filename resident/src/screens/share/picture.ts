import { t } from '@fengqiao/ui/language.ts';
import { longTime } from '@fengqiao/ui/time.ts';
import { themes } from '@fengqiao/ui/tokens.ts';
import { linesOf, titleOf, type Shared } from './lines.ts';
import { texts } from './texts.ts';

const tokens = themes.day;
const WIDTH = 750;
const SIDE = 48;
const LINE = 58;
const TOP = 210;
const FONT = "'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Noto Sans CJK SC', sans-serif";

/** Draws the public state as a picture for a chat; the same rows as on the page behind the link. */
export function drawShared(canvas: HTMLCanvasElement, shared: Shared, now: Date): void {
  const lines = linesOf(shared, now);
  const height = TOP + lines.length * LINE + 90;
  canvas.width = WIDTH;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const write = (text: string, at: readonly [number, number, number?], font: string, colour: string) => {
    const [x, y, most = WIDTH - x - SIDE] = at;
    pen.font = `${font} ${FONT}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y, most);
  };
  pen.fillStyle = tokens.page;
  pen.fillRect(0, 0, WIDTH, height);
  pen.fillStyle = tokens.primary;
  pen.fillRect(0, 0, WIDTH, 84);
  write(t(shared.street), [SIDE, 54], '600 30px', tokens.onPrimary);
  write(titleOf(shared), [SIDE, 142], '600 38px', tokens.ink);
  write(shared.no, [SIDE, 182], '400 24px', tokens.hint);
  lines.forEach(({ label, value }, n) => {
    const y = TOP + n * LINE + 38;
    write(label, [SIDE, y, 200], '400 26px', tokens.hint);
    write(value, [SIDE + 220, y], '600 28px', tokens.ink);
    pen.fillStyle = tokens.line;
    pen.fillRect(SIDE, y + 18, WIDTH - 2 * SIDE, 1);
  });
  const foot = shared.lateSince === null ? tokens.hint : tokens.urgent;
  const late = shared.lateSince === null ? '' : ` · ${t(texts.late)}`;
  write(`${t(texts.at, { at: longTime(now) })}${late}`, [SIDE, height - 34], '400 24px', foot);
}
