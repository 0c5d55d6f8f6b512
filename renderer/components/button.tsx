import type { ComponentProps, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  children: ReactNode;
  /** primary: the one thing to do here; plain: everything else; quiet: without a frame; danger: cannot be undone. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
}

export function Button({ look = 'plain', ...props }: Props) {
  return <AriaButton {...props} className={`${styles['button']} ${styles[look] ?? ''}`} />;
}

interface IconProps extends Omit<Props, 'aria-label'> {
  /** What the button does: its accessible name and its tooltip. */
  label: string;
  /** The shortcut to show in the tooltip. */
  shortcut?: string | undefined;
}

export function IconButton({ label, shortcut, look = 'quiet', ...props }: IconProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className={`${styles['button']} ${styles['icon']} ${styles[look]}`} />
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {label}
        {shortcut && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

/**
 * A quiet icon button of a card. There may be hundreds, made anew with every letter: it is the browser's own, with its
 * own tooltip.
 */
export function CardButton({ label, ...props }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      {...props}
      type="button"
      className={`${styles['button']} ${styles['icon']} ${styles['quiet']} ${styles['native']}`}
      aria-label={label}
      title={label}
    />
  );
}
