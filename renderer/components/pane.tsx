import { type ReactNode, useId } from 'react';
import styles from './pane.module.css';

/** A titled, scrolling region of the workstation; F6 walks from one to the next. */
export function Pane({
  id,
  title,
  count,
  actions,
  children,
}: {
  id: string;
  title: string;
  count?: number | undefined;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles['pane']} data-pane={id} aria-labelledby={heading} tabIndex={-1}>
      <header className={styles['header']}>
        <h2 id={heading} title={title}>
          {title} {count !== undefined && <span className={styles['count']}>{count.toLocaleString('en-US')}</span>}
        </h2>
        <div className={styles['actions']}>{actions}</div>
      </header>
      <div className={styles['body']} data-pane-body>
        {children}
      </div>
    </section>
  );
}
