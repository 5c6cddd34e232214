import { useId } from 'react';
import { Button, Tooltip, type ButtonProps } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';

type WhyButtonProps = Omit<ButtonProps, 'disabled'> & { why: Both | null };

/** A button that, when it may not be pressed, can still be reached and says why not. */
export function WhyButton({ why, onClick, children, className = '', ...rest }: WhyButtonProps) {
  const id = useId();
  if (why === null)
    return (
      <Button className={className} {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  const { type: _type, danger: _danger, htmlType: _htmlType, ...plain } = rest;
  return (
    <Tooltip title={t(why)}>
      <Button {...plain} className={`barred ${className}`} aria-disabled aria-describedby={id}>
        {children}
        <span id={id} className="spoken">
          {t(why)}
        </span>
      </Button>
    </Tooltip>
  );
}
