type Place = readonly [lng: number, lat: number];

/** How far from the point of a matter somebody still stands at it. */
const PLACE_METRES = 60;
/** Taken for the accuracy of a phone that reports none. */
const USUAL_ACCURACY = 50;

/** Metres in a degree of longitude and latitude, with the radii of the WGS84 ellipsoid. */
export function metresPerDegree(lat: number): { lng: number; lat: number } {
  const phi = (lat / 180) * Math.PI;
  return {
    lat: 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
    lng: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
  };
}

/** Metres between two positions in degrees, for distances up to some tens of kilometres. */
export function metresBetween(a: Place, b: Place): number {
  const metres = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * metres.lng, (a[1] - b[1]) * metres.lat);
}

/** How probable it is that a phone stood at the place of a matter. */
export const standingAt = (place: Place, phone: Place, accuracy = USUAL_ACCURACY): number =>
  probabilityInside(metresBetween(place, phone) - PLACE_METRES, accuracy);

export type Judgement = 'accepted' | 'second_photo' | 'flagged';

/**
 * How sure it is that a phone was inside, from the signed distance to the border (metres, negative inside) and
 * the accuracy the phone reports (metres, its 95 % radius, hence σ = accuracy / 2): Φ(−d/σ).
 */
export function probabilityInside(signedMetres: number, accuracyMetres: number): number {
  const sigma = Math.max(accuracyMetres, 0.01) / 2;
  return normalCdf(-signedMetres / sigma);
}

/** What follows from that probability. Never a block: a bad position is not the worker's fault. */
export function judgePosition(probability: number): Judgement {
  if (probability >= 0.5) return 'accepted';
  return probability >= 0.05 ? 'second_photo' : 'flagged';
}

/** The standard normal distribution; Abramowitz & Stegun 7.1.26, absolute error below 1.5e-7. */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp(-x * x)) / 2;
  return z > 0 ? 1 - tail : tail;
}
