export const DAY = 86_400_000;

/** Local days as whole numbers since 1970-01-01, and the way between them and instants (epoch ms). */
export type Zone = {
  readonly id: string;
  /** The local day an instant falls on. */
  dayOf(instant: number): number;
  /** The instant of a wall-clock time, given in ms since local midnight; 24 h is the end of the day. */
  at(day: number, wallMs: number): number;
};

/**
 * The zone of a deployment. China has one offset and no summer time, so it runs on integers;
 * any other IANA name goes through Temporal.
 */
export function zoneOf(id: string): Zone {
  return id === 'Asia/Shanghai' ? fixedZone(id, 8 * 3_600_000) : temporalZone(id);
}

function fixedZone(id: string, offset: number): Zone {
  return {
    id,
    dayOf: (instant) => Math.floor((instant + offset) / DAY),
    at: (day, wallMs) => day * DAY + wallMs - offset,
  };
}

function temporalZone(id: string): Zone {
  return {
    id,
    dayOf(instant) {
      const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id);
      return Date.UTC(year, month - 1, day) / DAY;
    },
    at(day, wallMs) {
      const wall = new Date(day * DAY + wallMs).toISOString().slice(0, -1);
      return Temporal.PlainDateTime.from(wall).toZonedDateTime(id).epochMilliseconds;
    },
  };
}
