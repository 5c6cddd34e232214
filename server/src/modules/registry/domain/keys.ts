import { hash } from 'node:crypto';

/** A key made of words, so that the same thing has the same key whoever writes it down (RFC 9562, version 8). */
export function keyOf(...words: readonly string[]): string {
  const hex = hash('sha256', words.join('\n'));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const homeKey = (building: string, door: string): string => keyOf('home', building, door);
export const addressKey = (street: string, text: string): string => keyOf('address', street, text);
