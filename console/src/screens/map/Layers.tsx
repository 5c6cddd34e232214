import { AppstoreOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Radio } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { themes } from '@fengqiao/ui/tokens.ts';
import { extraLayers, type ExtraLayer, type useMapState } from './state.ts';
import { texts } from './texts.ts';

type LayersProps = Pick<ReturnType<typeof useMapState>, 'state' | 'change'> & { hasBase: boolean };

/** What the map shows beside the cases, and whether by day or at night. */
export function Layers({ state: { layers, theme }, change, hasBase }: LayersProps) {
  const offered = extraLayers.filter((name) => name !== 'base' || hasBase);
  const turn = (name: ExtraLayer, on: boolean) =>
    change({
      layers: extraLayers.filter((one) => (one === name ? on : layers.includes(one))).join() || 'none',
    });
  const content = (
    <div className="stack tight">
      {offered.map((name) => (
        <Checkbox
          key={name}
          checked={layers.includes(name)}
          onChange={(event) => turn(name, event.target.checked)}
        >
          {t(texts[name])}
        </Checkbox>
      ))}
      <Radio.Group
        size="small"
        optionType="button"
        value={theme}
        options={[
          { value: 'day', label: t(texts.day) },
          { value: 'wall', label: t(texts.night) },
        ]}
        onChange={({ target }) => change({ theme: among(keysOf(themes), target.value) })}
      />
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button size="small" icon={<AppstoreOutlined aria-hidden />}>
        {t(texts.layers)}
      </Button>
    </Popover>
  );
}
