type ScaleProps = {
  value: number;
  low: number;
  high: number;
  band: readonly [number, number];
  /** A difference lies to either side of nothing. */
  signed: boolean;
};

/** The band, and over it the interval with its value; the words beside it say the same. */
export function Scale({ value, low, high, band: [from, to], signed }: ScaleProps) {
  const reach = signed ? Math.max(0.2, Math.abs(low), Math.abs(high)) : 1;
  const place = (share: number) => (signed ? ((share + reach) / (2 * reach)) * 100 : share * 100);
  const [left, right] = [place(signed ? -to : from), place(to)];
  return (
    <div className="scale" aria-hidden>
      <span className="scale-band" style={{ left: `${left}%`, width: `${right - left}%` }} />
      <span
        className="scale-range"
        style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
      />
      <span className="scale-value" style={{ left: `${place(value)}%` }} />
    </div>
  );
}
