import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react';
import { t } from '../language.ts';
import { texts } from './texts.ts';

type Told = { label: string; hint?: string; error?: string | undefined; optional?: boolean };
type Line = Told & {
  value: string;
  onChange: (value: string) => void;
  max: number;
  type?: HTMLInputTypeAttribute;
  mode?: 'numeric' | 'tel' | 'text' | 'search';
  complete?: string;
};

/** One line to fill in; the label stays visible and the error is spoken with the field. */
export function TextField({
  value,
  onChange,
  max,
  type = 'text',
  mode = 'text',
  complete = 'off',
  ...told
}: Line) {
  const id = useId();
  return (
    <Frame id={id} {...told}>
      <input
        id={id}
        type={type}
        inputMode={mode}
        autoComplete={complete}
        maxLength={max}
        value={value}
        aria-invalid={told.error !== undefined}
        aria-describedby={describedBy(id, told)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

export function TextArea({
  value,
  onChange,
  max,
  rows = 4,
  ...told
}: Told & { value: string; onChange: (value: string) => void; max: number; rows?: number }) {
  const id = useId();
  return (
    <Frame id={id} {...told}>
      <textarea
        id={id}
        rows={rows}
        maxLength={max}
        value={value}
        aria-invalid={told.error !== undefined}
        aria-describedby={describedBy(id, told)}
        onChange={(event) => onChange(event.target.value)}
      />
      {value.length > max * 0.8 && (
        <p className="hint count">
          {value.length} / {max} {t(texts.chars)}
        </p>
      )}
    </Frame>
  );
}

type Option<V extends string> = { value: V; label: string; hint?: string };

/** One of a few: every choice is in sight and large enough for a thumb. */
export function Choice<V extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  across,
}: Omit<Told, 'optional'> & {
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  across?: 'row' | 'scale';
}) {
  const id = useId();
  return (
    <fieldset className={`choice ${across ?? ''}`} aria-describedby={describedBy(id, told(hint, error))}>
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Yes or no, with words that say what yes means. */
export function Tick({
  label,
  hint,
  value,
  onChange,
  turn = false,
}: {
  label: string;
  hint?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  turn?: boolean;
}) {
  return (
    <label className={turn ? 'tick turn' : 'tick'}>
      <input
        type="checkbox"
        role={turn ? 'switch' : undefined}
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

function Frame({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: Told & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <small> {t(texts.optional)}</small>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

const told = (hint: string | undefined, error: string | undefined) => ({
  ...(hint && { hint }),
  ...(error && { error }),
});

const describedBy = (id: string, { hint, error }: { hint?: string; error?: string | undefined }) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
