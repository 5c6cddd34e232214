import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '../language.ts';
import { texts } from './texts.ts';

type Line = { type: string; majorZh: string; name: Both };

/** One type among all of the responsibility list, found by a few letters of its name. */
export function TypePicker({ label, types, chosen, onChoose }: { label: string; types: readonly Line[]; chosen: string | null; onChoose: (type: string | null) => void }) {
  return (
    <ComboBox
      className="combo field" selectedKey={chosen} menuTrigger="focus"
      onSelectionChange={(key) => onChoose(key === null ? null : String(key))}
    >
      <Label>{label}</Label>
      <div className="combo-in">
        <Input />
        <Button aria-label={t(texts.showAll)}>▾</Button>
      </div>
      <Popover className="combo-list">
        <ListBox items={[...types]} renderEmptyState={() => <p className="hint">{t(texts.noneFound)}</p>}>
          {({ type, majorZh, name }) => (
            <ListBoxItem id={type} textValue={t(name)}>{t(name)} <small>{majorZh}</small></ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
