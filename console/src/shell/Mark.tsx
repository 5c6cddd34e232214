/** A bridge over water. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden fill="none" strokeLinecap="round">
      <path d="M4 21h5a7 7 0 0 1 14 0h5M4 14c5 0 7-4 12-4s7 4 12 4" stroke="currentColor" strokeWidth="2.4" />
      <path d="M6 26h20" stroke="#6FC2BF" strokeWidth="2" />
    </svg>
  );
}
