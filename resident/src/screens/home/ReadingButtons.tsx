import { language, speak, t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { changeSettings, useSettings } from '@fengqiao/ui/phone/settings.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { texts } from './texts.ts';

/** Larger text and the other language, in sight from the first moment: whoever needs them cannot search for them. */
export function ReadingButtons() {
  const { elder } = useSettings();
  return (
    <div className="reading">
      <button
        type="button"
        className="button"
        aria-pressed={elder}
        onClick={() => changeSettings({ elder: !elder })}
      >
        <Icon name="large" />
        <span>{t(elder ? texts.standard : texts.elder)}</span>
      </button>
      <button
        type="button"
        className="button quiet"
        lang={language() === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}
      >
        {t(kit.language)}
      </button>
    </div>
  );
}
