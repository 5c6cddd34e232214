import { Component, useEffect, useRef, type ReactNode } from 'react';
import type { Refused } from '@fengqiao/contract/client.ts';
import { t } from '../language.ts';
import { Button } from './Button.tsx';
import { CallLink } from './HelpLine.tsx';
import { Icon } from './Icon.tsx';
import { useStreet } from './street.ts';
import { texts } from './texts.ts';

export const Loading = () => (
  <p className="loading" role="status">
    {t(texts.loading)}
  </p>
);

/** Nothing there is also an answer: it says what will appear here, and what to do now. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** A no: what the server said, what to do, and whom to phone. */
export function Failed({ error, onRetry }: { error: Refused; onRetry?: () => void }) {
  const { hotline } = useStreet();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for the way to end this effect.
    box.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return (
    <div className="notice bad" role="alert" ref={box}>
      <p>
        <Icon name="alert" /> {t(error)}
      </p>
      {problems(error).map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <p className="row">
        {onRetry && (
          <Button icon="redo" onPress={onRetry}>
            {t(texts.again)}
          </Button>
        )}
        <CallLink phone={hotline} />
      </p>
    </div>
  );
}

/** What stands in for a page that could not be drawn, such as when its part did not arrive. */
export class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="empty" role="alert">
        <h1>{t(texts.broken)}</h1>
        <p>{t(texts.brokenWhy)}</p>
        <p className="row">
          <Button kind="main" onPress={() => location.reload()}>
            {t(texts.reload)}
          </Button>
          <CallLink phone="12345" />
        </p>
      </main>
    );
  }
}

type Problem = { at: string; zh: string; en: string };
const isProblem = (told: unknown): told is Problem =>
  typeof told === 'object' && told !== null && 'at' in told && 'zh' in told && 'en' in told;

function problems({ details }: Refused): string[] {
  const told = details['problems'];
  return Array.isArray(told) ? told.filter(isProblem).map((problem) => `${problem.at}: ${t(problem)}`) : [];
}
