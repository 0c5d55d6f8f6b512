import { type ReactNode, useId } from 'react';
import styles from './pane.module.css';

/** A titled, scrolling region of the workstation; F6 walks from one to the next. */
export function Pane({
  id,
  title,
  count,
  actions,
  shown,
  children,
}: {
  id: string;
  title: string;
  count?: number | undefined;
  actions?: ReactNode;
  /** Which of several things it shows; each is shown from its top. */
  shown?: string | number | undefined;
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
      <div key={shown} className={styles['body']} data-pane-body>
        {children}
      </div>
    </section>
  );
}
