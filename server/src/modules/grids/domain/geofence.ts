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
