import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { importFiles } from '../services/import-service.ts';

/** Makes its button open the file dialog; what is chosen is imported. */
export function ChooseFiles({ children }: { children: ReactNode }) {
  return (
    <FileTrigger allowsMultiple onSelect={(files) => void importFiles(files ? [...files] : [])}>
      {children}
    </FileTrigger>
  );
}
