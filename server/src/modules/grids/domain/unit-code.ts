import { refuse } from '#platform/refusal.ts';
import type { Position } from './geojson.ts';
import { at } from './ring.ts';

export type CodeLevel = 'district' | 'street' | 'community' | 'grid';

const LENGTHS: Record<CodeLevel, number> = { district: 6, street: 9, community: 12, grid: 15 };

/**
 * Checks a statistical code: 6 digits district (GB/T 2260) + 3 street (GB/T 10114, 001–599) + 3 community + 3 grid.
 * An attribute for exchange with others, never a key: official tables disagree with each other.
 * Refuses `grids.code_malformed`.
 */
export function checkCode(code: string, level: CodeLevel): void {
  if (!isCode(code, level)) refuse('grids.code_malformed', { code, level });
}

/** Whether a code has the shape of its level. */
export function isCode(code: string, level: CodeLevel): boolean {
  if (!/^\d+$/.test(code) || code.length !== LENGTHS[level]) return false;
  const parts = [code.slice(6, 9), code.slice(9, 12), code.slice(12, 15)].filter((part) => part !== '');
  const street = parts[0];
  return parts.every((part) => part !== '000') && (street === undefined || Number(street) <= 599);
}

/** Refuses `grids.code_not_under_parent` unless the code continues the parent's. */
export function checkUnder(code: string, parentCode: string): void {
  if (!code.startsWith(parentCode) || code.length <= parentCode.length) {
    refuse('grids.code_not_under_parent', { code, parentCode });
  }
}

/** 12 digits of the community + 3 of the grid (1–999). Refuses `grids.code_malformed`, `grids.too_many_grids`. */
export function gridCode(communityCode: string, number: number): string {
  checkCode(communityCode, 'community');
  if (number > 999) refuse('grids.too_many_grids', { communityCode });
  return communityCode + String(number).padStart(3, '0');
}

/**
 * Codes for the grids of one community, numbered from west to east in rows from north to south.
 * Takes a point of each grid in degrees and answers in the same order.
 */
export function numberGrids(communityCode: string, middles: readonly Position[]): string[] {
  const codes = middles.map(() => '');
  readingOrder(middles).forEach((index, i) => {
    codes[index] = gridCode(communityCode, i + 1);
  });
  return codes;
}

/**
 * Indexes of points as one reads a page: rows from north to south, each from west to east. A row takes √n points,
 * because grids are irregular and no line of latitude separates them cleanly.
 */
export function readingOrder(points: readonly Position[]): number[] {
  const byLatitude = points
    .map((_, i) => i)
    .sort((a, b) => at(points, b)[1] - at(points, a)[1] || at(points, a)[0] - at(points, b)[0] || a - b);
  const perRow = Math.max(1, Math.round(Math.sqrt(points.length)));
  const order: number[] = [];
  for (let start = 0; start < byLatitude.length; start += perRow) {
    const row = byLatitude.slice(start, start + perRow);
    order.push(...row.sort((a, b) => at(points, a)[0] - at(points, b)[0] || a - b));
  }
  return order;
}
