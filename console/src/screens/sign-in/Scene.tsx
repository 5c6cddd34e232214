/** White walls, dark tiles, a bridge: drawn with lines, nothing moves. */
export function Scene() {
  return (
    <svg
      className="sign-scene"
      viewBox="0 0 520 170"
      fill="none"
      aria-hidden
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <g stroke="currentColor" strokeWidth="1.6">
        <path d="M8 128V84h58v44M4 84l16-18h34l16 18zM24 128v-22h14v22M48 98h10v12H48z" fill="var(--card)" />
        <path
          d="M66 128V70h74v58M60 70l20-22h46l20 22zM84 128v-26h18v26M114 88h14v16h-14z"
          fill="var(--card)"
        />
        <path
          d="M430 128V78h66v50M424 78l18-20h42l18 20zM446 128v-24h16v24M474 94h12v14h-12z"
          fill="var(--card)"
        />
        <path
          d="M372 128V92h58v36M367 92l15-16h38l15 16zM386 102h12v12h-12zM408 128v-20h12v20"
          fill="var(--card)"
        />
      </g>
      <path
        d="M140 128c40 0 62-46 116-46s76 46 116 46h-62a54 42 0 0 0-108 0z"
        fill="var(--calm-soft)"
        stroke="currentColor"
        strokeWidth="1.8"
      />
      <path
        d="M168 118c30-8 48-36 88-36s58 28 88 36"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeDasharray="3 7"
      />
      <g stroke="var(--primary)" strokeWidth="1.6">
        <path d="M0 140h520M40 150h120M190 152h150M376 150h110M90 160h60M232 161h64M410 160h44" />
      </g>
    </svg>
  );
}
