import { FileText, Upload } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { ChooseFiles } from '../../components/choose-files.tsx';
import { importSamples } from '../../services/import-service.ts';
import styles from './empty-library.module.css';

/** What a new library offers. */
export function EmptyLibrary() {
  return (
    <div className={styles['empty']}>
      <p>
        <strong>No letters yet.</strong> Drop letters anywhere on this window, or:
      </p>
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
      <p className={styles['promise']}>Letters stay on this computer. Second Opinion never uses the network.</p>
    </div>
  );
}
