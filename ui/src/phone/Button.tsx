import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '../language.ts';
import { Icon, type IconName } from './Icon.tsx';
import { texts } from './texts.ts';

type Kind = 'main' | 'second' | 'quiet' | 'danger';
type Look = { kind?: Kind; icon?: IconName; wide?: boolean; children: ReactNode };

/** A button that cannot be pressed now says why, and stays reachable so that the reason can be heard. */
export function Button({
  kind = 'second',
  icon,
  wide = false,
  busy = false,
  why,
  children,
  onPress,
  submit = false,
}: Look & { busy?: boolean; why?: string | undefined; onPress?: () => void; submit?: boolean }) {
  const reason = useId();
  const stopped = busy || why !== undefined;
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        className={classOf(kind, wide)}
        aria-disabled={stopped}
        aria-busy={busy}
        {...(why === undefined ? {} : { 'aria-describedby': reason })}
        onClick={(event) => {
          if (stopped) event.preventDefault();
          else onPress?.();
        }}
      >
        {icon && <Icon name={icon} />}
        <span>{busy ? t(texts.wait) : children}</span>
      </button>
      {why !== undefined && (
        <p className="why" id={reason}>
          {why}
        </p>
      )}
    </>
  );
}

export function LinkButton({ kind = 'second', icon, wide = false, to, children }: Look & { to: string }) {
  return (
    <Link className={classOf(kind, wide)} to={to}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}

const classOf = (kind: Kind, wide: boolean) => `button ${kind}${wide ? ' wide' : ''}`;
