import { useState } from 'react';
import { saveSearch } from '../../services/saved-search-service.ts';
import { useLibrary } from '../../stores/library.ts';
import { useSavedSearches } from '../../stores/saved-searches.ts';
import { NameDialog } from './name-dialog.tsx';

/** Asks for the name of the present search and saves it. */
export function SaveSearchDialog() {
  const query = useLibrary((state) => state.query);
  const { naming, searches, setNaming } = useSavedSearches();
  const [name, setName] = useState('');
  if (!naming) return null;
  const close = () => {
    setNaming(false);
    setName('');
  };
  return (
    <NameDialog
      title="Save this search"
      label="Name"
      verb={searches.some((each) => each.name === name.trim()) ? 'Replace' : 'Save'}
      maxLength={120}
      value={name}
      onChange={setName}
      hint={`It searches for: ${query}`}
      onClose={close}
      onDone={async (typed) => {
        if (await saveSearch(typed)) close();
      }}
    />
  );
}
