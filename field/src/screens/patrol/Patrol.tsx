import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { TextArea } from '@fengqiao/ui/phone/Field.tsx';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { stamp } from '@fengqiao/ui/time.ts';
import { clockOffset } from '../../offline/clock.ts';
import { useHandIn } from '../../offline/phone.ts';
import { Screen } from '../../parts/Screen.tsx';
import { codeIn } from './codes.ts';
import { Past } from './Past.tsx';
import { Points } from './Points.tsx';
import { Scanner } from './Scanner.tsx';
import { texts } from './texts.ts';
import { useWalk, walkForm } from './walk.ts';

/** 巡查: points looked at and what there is to say. The times of single points stay on this phone; no way is recorded. */
export function Patrol() {
  const { points, error, form, past, see, keepPast } = useWalk();
  const { draft, change, clear } = form;
  const [query, setQuery] = useSearchParams();
  const [scanning, setScanning] = useState(false);
  const go = useNavigate();
  const handIn = useHandIn();
  const asked = codeIn(query.get('code') ?? '');
  useEffect(() => {
    if (asked === null || points === undefined) return;
    void see(asked);
    setQuery({}, { replace: true });
  }, [asked, points, see, setQuery]);
  const { startedAt, seen, remarks } = draft;
  const send = async () => {
    if (startedAt === null) return;
    const offsetMs = clockOffset();
    const body = {
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date().toISOString(),
      ...(offsetMs !== null && { offsetMs }),
      seen: seen.map(({ code }) => code),
      remarks: remarks.trim(),
    };
    const title = t(texts.titleOf, { n: seen.length });
    const opId = await handIn('patrol', { body, title }, { draft: walkForm });
    keepPast(draft);
    clear();
    void go(`/handed-in/${opId}`, { replace: true });
  };
  return (
    <Screen title={t(texts.title)} back="/">
      <p className="hint">{t(texts.how)}</p>
      {startedAt !== null && (
        <p role="status">
          <strong>{t(texts.underWay, { at: stamp(new Date(startedAt)), n: seen.length })}</strong>
        </p>
      )}
      {error !== null && <Failed error={error} />}
      {points === undefined ? error === null && <Loading /> : <Points points={points} seen={seen} />}
      {startedAt !== null && (
        <>
          <LinkButton icon="camera" to="/found">
            {t(texts.found)}
          </LinkButton>
          <TextArea
            label={t(texts.remarks)}
            optional
            rows={2}
            max={1000}
            value={remarks}
            onChange={(words) => change({ remarks: words })}
          />
        </>
      )}
      <Past past={past} />
      <p>
        <Link className="link" to="/past?part=patrols">
          {t(texts.handedIn)}
        </Link>
      </p>
      <div className="foot">
        <Button kind={startedAt === null ? 'main' : 'second'} icon="scan" onPress={() => setScanning(true)}>
          {t(texts.scan)}
        </Button>
        {startedAt !== null && (
          <Button kind="main" onPress={() => void send()}>
            {t(texts.end)}
          </Button>
        )}
      </div>
      {scanning && (
        <Scanner
          onClose={() => setScanning(false)}
          onCode={(code) => {
            setScanning(false);
            void see(code);
          }}
        />
      )}
    </Screen>
  );
}
