/**
 * GCJ-02, the coordinates of Chinese web maps and mini-programs, by their public formula. What is stored is WGS84; only what
 * comes in from such a map or is drawn over one goes through here, on both sides alike.
 */
type Position = readonly [lng: number, lat: number];

/** Krasovsky 1940, the ellipsoid of the public GCJ-02 formula. */
const SEMI_MAJOR = 6378245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const INVERSE_PRECISION = 1e-10;

/** WGS84 degrees → GCJ-02. */
export function toGcj02(position: Position): Position {
  if (!isShiftedPlace(position)) return position;
  const [lng, lat] = position;
  const phi = (lat / 180) * Math.PI;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const metresPerDegreeLat =
    ((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))) * (Math.PI / 180);
  const metresPerDegreeLng = (SEMI_MAJOR / Math.sqrt(w)) * Math.cos(phi) * (Math.PI / 180);
  const x = lng - 105;
  const y = lat - 35;
  return [lng + eastwards(x, y) / metresPerDegreeLng, lat + northwards(x, y) / metresPerDegreeLat];
}

/** GCJ-02 → WGS84 degrees. The shift changes by less than a thousandth per step, so this fixed point converges within a few rounds. */
export function fromGcj02(position: Position): Position {
  if (!isShiftedPlace(position)) return position;
  let guess = position;
  for (let round = 0; round < 30; round++) {
    const there = toGcj02(guess);
    const dLng = position[0] - there[0];
    const dLat = position[1] - there[1];
    guess = [guess[0] + dLng, guess[1] + dLat];
    if (Math.abs(dLng) < INVERSE_PRECISION && Math.abs(dLat) < INVERSE_PRECISION) break;
  }
  return guess;
}

/** The box of the public formula. It is coarser than the border: outside it GCJ-02 equals WGS84. */
function isShiftedPlace([lng, lat]: Position): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function ripple(x: number, long: number, longest: number): number {
  const pi = Math.PI;
  return (
    ((20 * Math.sin(x * pi) +
      40 * Math.sin((x / 3) * pi) +
      long * Math.sin((x / 12) * pi) +
      longest * Math.sin((x / 30) * pi)) *
      2) /
    3
  );
}

function common(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}

function eastwards(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common(x) +
    ripple(x, 150, 300)
  );
}

function northwards(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common(x) +
    ripple(y, 160, 320)
  );
}
