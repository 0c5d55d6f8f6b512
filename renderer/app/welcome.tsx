import { FileText, Inbox, Upload } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { ChooseFiles } from '../components/choose-files.tsx';
import { importSamples } from '../services/import-service.ts';
import { selectIsEmpty, useLibrary } from '../stores/library.ts';
import styles from './welcome.module.css';

/** The desk while no case is on it: how to get the first letters in, or to choose one of those that are. */
export function Welcome() {
  const total = useLibrary((state) => state.total);
  const isEmpty = useLibrary(selectIsEmpty);
  // Before the library has answered, neither text would be true.
  if (total === undefined) return null;
  if (!isEmpty) {
    return (
      <div className={styles['welcome']}>
        <Inbox aria-hidden />
        <h1>Choose a letter</h1>
        <p>Pick one from the library at the left, or drop more letters anywhere on this window.</p>
      </div>
    );
  }
  return (
    <div className={styles['welcome']}>
      <Inbox aria-hidden />
      <h1>Drop IMR letters here</h1>
      <p>
        Second Opinion reads Independent Medical Review letters and lays out the case summary, each item’s decision and
        your annotations side by side. Letters can be PDF, Word or text files, in folders or ZIP archives too.
      </p>
      <div className={styles['actions']}>
        <ChooseFiles>
          <Button look="primary">
            <Upload aria-hidden />
            Choose letters…
          </Button>
        </ChooseFiles>
        <Button onPress={() => void importSamples()}>
          <FileText aria-hidden />
          Open the five sample letters
        </Button>
      </div>
      <p className={styles['promise']}>Letters stay on this computer. Second Opinion never uses the network.</p>
    </div>
  );
}
