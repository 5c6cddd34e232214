import { useState } from 'react';
import { changeHome } from '@fengqiao/contract/registry/place-acts.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { StatedFields, statedNow, statedOf, type Stated } from '../../parts/form/StatedFields.tsx';
import { changed, useSeen } from './changes.ts';
import { codeOf } from './codes.ts';
import { HomeFields, type HomeEntered } from './HomeFields.tsx';
import { texts } from './texts.ts';

/** Changes what is written of a home; what somebody else changed meanwhile is told, and what was entered stays. */
export function ChangeHome({ home, onDone }: { home: HomeDetail; onDone: () => void }) {
  const done = useDone();
  const [start] = useState<HomeEntered>({
    use: home.use,
    squareMetres: home.squareMetres,
    rooms: home.rooms,
    realEstateUnit: codeOf(home.codes, 'real_estate_unit') ?? '',
    houseCode: codeOf(home.codes, 'house') ?? '',
  });
  const act = useAct(changeHome, () => {
    done(texts.change);
    onDone();
  });
  const version = useSeen(home.version, act.error);
  const send = ({ use, squareMetres, rooms, realEstateUnit, houseCode, ...stated }: HomeEntered & Stated) =>
    act.mutate({
      params: { id: home.id },
      body: {
        facts: {
          ...(use === start.use ? {} : { use }),
          ...changed('squareMetres', start.squareMetres, squareMetres),
          ...changed('rooms', start.rooms, rooms),
          ...changed('realEstateUnit', start.realEstateUnit, realEstateUnit),
          ...changed('houseCode', start.houseCode, houseCode),
        },
        version,
        ...statedOf(stated),
      },
    });
  return (
    <ActForm<HomeEntered & Stated>
      send={texts.change}
      act={act}
      start={{ ...start, ...statedNow() }}
      onSend={send}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.changeSays)}</p>
      <HomeFields />
      <StatedFields />
      {act.error?.code === 'registry.changed_meanwhile' && <p className="hint">{t(texts.submitAnyway)}</p>}
    </ActForm>
  );
}
