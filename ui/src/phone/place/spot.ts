/** A point somebody means, WGS84; `accuracy` in metres where a device measured it. */
export type Spot = { lng: number; lat: number; accuracy: number | null; how: 'device' | 'map' | 'address' };
