import { useEffect, useRef } from 'react';
import {
  BellOutlined,
  MoonOutlined,
  SearchOutlined,
  SunOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import { Input, Tooltip, type InputRef } from 'antd';
import { Link, useNavigate } from 'react-router';
import { countMessages } from '@fengqiao/contract/notices.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { dress, useTheme } from '@fengqiao/ui/dress.ts';
import { language, speak, t } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { isTyping } from '../parts/keys.ts';
import { MeMenu } from './MeMenu.tsx';
import { Mark } from './Mark.tsx';
import { texts } from './texts.ts';

/** The roof: whose street it is, the search, the messages and who I am. */
export function TopBar() {
  const { street } = useMe();
  return (
    <header className="top">
      <Link to="/" className="brand">
        <Mark />
        <span className="brand-name">{t(texts.product)}</span>
        <span className="brand-street">{t(street.name)}</span>
      </Link>
      <Find />
      <div className="top-end">
        <ThemeSwitch />
        <LanguageSwitch />
        <Bell />
        <MeMenu />
      </div>
    </header>
  );
}

/** One switch between the two languages, named in the other one. */
export function LanguageSwitch() {
  return (
    <button
      type="button"
      className="top-button"
      lang={language() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}
      aria-label={t(texts.languageLabel)}
    >
      <TranslationOutlined aria-hidden /> {t(texts.language)}
    </button>
  );
}

/** By day or as on the wall 枫桥夜泊; told by the look it leads to. */
function ThemeSwitch() {
  const next = useTheme() === 'day' ? 'wall' : 'day';
  const says = t(next === 'wall' ? texts.toWall : texts.toDay);
  return (
    <Tooltip title={says}>
      <button type="button" className="top-button" onClick={() => dress(next)} aria-label={says}>
        {next === 'wall' ? <MoonOutlined aria-hidden /> : <SunOutlined aria-hidden />}
      </button>
    </Tooltip>
  );
}

function Find() {
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const go = (words: string) => {
    const asked = words.trim();
    if (asked !== '') void navigate(`/cases?desk=all&sort=newest&q=${encodeURIComponent(asked)}`);
  };
  return (
    <Input
      ref={box}
      className="find"
      type="search"
      maxLength={60}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<kbd title={t(texts.findKey)}>/</kbd>}
      placeholder={t(texts.find)}
      aria-label={t(texts.findLabel)}
      onPressEnter={(event) => go(event.currentTarget.value)}
    />
  );
}

function Bell() {
  const unread = useSay(countMessages, {}, { everyMs: 60_000 });
  const count = unread.data?.count ?? 0;
  const says = count > 0 ? t(texts.unread, { n: count > 99 ? '99+' : count }) : t(texts.noUnread);
  return (
    <Tooltip title={says}>
      <Link to="/messages" className="top-button bell" aria-label={says}>
        <BellOutlined aria-hidden />
        {count > 0 && (
          <span className="bell-count" aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
