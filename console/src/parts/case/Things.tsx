import { useId, type ReactNode } from 'react';

/** A titled list of cards about one case; nothing when there are none. */
export function Things<T extends { readonly id: string }>({
  title,
  of,
  children,
}: {
  title: string;
  of: readonly T[];
  children: (one: T) => ReactNode;
}) {
  const id = useId();
  if (of.length === 0) return null;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="things">
        {of.map((one) => (
          <li key={one.id}>{children(one)}</li>
        ))}
      </ul>
    </section>
  );
}
