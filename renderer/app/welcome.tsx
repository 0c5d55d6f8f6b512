import { Inbox } from 'lucide-react';
import { selectIsEmpty, useLibrary } from '../stores/library.ts';
import styles from './welcome.module.css';

/** The desk while no case is on it. */
export function Welcome() {
  const isEmpty = useLibrary(selectIsEmpty);
  return (
    <div className={styles['welcome']}>
      <Inbox aria-hidden />
      <h1>{isEmpty ? 'Drop IMR letters here' : 'Choose a letter'}</h1>
      <p>
        {isEmpty
          ? 'Second Opinion reads Independent Medical Review letters and lays out the case summary, each item’s decision and your annotations side by side.'
          : 'Pick one from the library at the left, or drop more letters anywhere on this window.'}
      </p>
    </div>
  );
}
