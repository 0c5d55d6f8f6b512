import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, SubmenuTrigger } from 'react-aria-components';
import styles from './menu.module.css';

/**
 * The menu of a `MenuTrigger`, which opens below it; `autoFocus` for one that opens without its trigger's doing. Without
 * a `MenuTrigger`, it is shown while it is open, below the button that it is `opened` from.
 */
export function PopupMenu({
  label,
  autoFocus = false,
  opened,
  children,
}: {
  label: string;
  autoFocus?: boolean;
  opened?: { readonly from: RefObject<HTMLElement | null>; readonly onClose: () => void };
  children: ReactNode;
}) {
  return (
    <Popover
      className={styles['popover'] ?? ''}
      offset={4}
      placement="bottom start"
      {...(opened && { triggerRef: opened.from, isOpen: true, onOpenChange: opened.onClose })}
    >
      <Menu
        className={styles['menu'] ?? ''}
        aria-label={label}
        {...((autoFocus || opened) && { autoFocus: 'first' })}
        {...(opened && { onClose: opened.onClose })}
      >
        {children}
      </Menu>
    </Popover>
  );
}

/** Something to do; `text` is what it is called, also for finding it by its first letters. */
export function MenuAction({ text, icon, onAction }: { text: string; icon?: ReactNode; onAction: () => void }) {
  return (
    <MenuItem className={styles['item'] ?? ''} textValue={text} onAction={onAction}>
      {icon}
      <span className={styles['text']}>{text}</span>
    </MenuItem>
  );
}

/** A choice that leads to further ones. */
export function Submenu({ text, icon, children }: { text: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <SubmenuTrigger>
      <MenuItem className={styles['item'] ?? ''} textValue={text}>
        {icon}
        <span className={styles['text']}>{text}</span>
        <ChevronRight aria-hidden className={styles['further']} />
      </MenuItem>
      <Popover className={styles['popover'] ?? ''} offset={-2}>
        <Menu className={styles['menu'] ?? ''} aria-label={text}>
          {children}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}

/** Choices that belong together, under a heading. */
export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MenuSection className={styles['section'] ?? ''} aria-label={title}>
      <Header className={styles['heading'] ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

/** Exclusive choices under a heading; the present one is ticked. */
export function MenuChoices<T extends string>({
  title,
  choices,
  value,
  onChange,
}: {
  title: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <MenuSection
      className={styles['section'] ?? ''}
      aria-label={title}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChange(key as T);
      }}
    >
      <Header className={styles['heading'] ?? ''}>{title}</Header>
      {choices.map((choice) => (
        <MenuItem key={choice.value} id={choice.value} className={styles['item'] ?? ''} textValue={choice.label}>
          <span className={styles['text']}>{choice.label}</span>
          <Check aria-hidden className={styles['tick']} />
        </MenuItem>
      ))}
    </MenuSection>
  );
}
