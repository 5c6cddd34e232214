import type { ShareCard } from '@fengqiao/contract/exports.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { themes } from '@fengqiao/ui/tokens.ts';
import { texts } from './card-texts.ts';

const tokens = themes.day;

const linkOf = ({ path }: ShareCard) => `${location.origin}/console${path}`;

/** The rows of a card under its title; what is not known has none. */
export function linesOf({ no, community, grid, state, dueAt, late }: ShareCard): string[] {
  const place = [community, grid].flatMap((one) => (one === null ? [] : [t(one)])).join(' ');
  const row = (label: string, value: string) => (value === '' ? [] : [`${label}  ${value}`]);
  return [
    ...row(t(texts.no), no ?? ''),
    ...row(t(texts.place), place),
    ...row(t(texts.state), state === null ? '' : t(state)),
    ...row(t(texts.due), dueAt === null ? '' : `${stamp(dueAt)}${late ? t(texts.late) : ''}`),
  ];
}

/** The same as words for a chat that shows no pictures. */
export const textOf = (card: ShareCard, street: string): string =>
  [`【${street}】${t(card.title)}`, ...linesOf(card), `${t(texts.link)}  ${linkOf(card)}`].join('\n');

const WIDTH = 720;
const LINE = 44;
const TOP = 168;
const SIDE = 40;
const FONT = '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", sans-serif';

/** Draws the card in the house's own colours, sharp on a phone. */
export function drawCard(canvas: HTMLCanvasElement, card: ShareCard, street: string): void {
  const lines = linesOf(card);
  const height = TOP + lines.length * LINE + 76;
  canvas.width = WIDTH;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const write = (
    text: string,
    y: number,
    [size, color, weight = 400]: readonly [number, string, number?],
  ) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = color;
    pen.fillText(text, SIDE, y, WIDTH - 2 * SIDE);
  };
  pen.fillStyle = tokens.card;
  pen.fillRect(0, 0, WIDTH, height);
  pen.fillStyle = tokens.primary;
  pen.fillRect(0, 0, WIDTH, 64);
  write(street, 42, [24, tokens.card, 600]);
  write(t(card.title), 124, [36, tokens.ink, 600]);
  for (const [i, line] of lines.entries())
    write(line, TOP + i * LINE + 8, [24, card.late && i === lines.length - 1 ? tokens.urgent : tokens.tile]);
  write(`${t(texts.link)}  ${linkOf(card)}`, height - 32, [18, tokens.hint]);
}
