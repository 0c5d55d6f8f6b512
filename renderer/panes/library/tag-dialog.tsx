import { useEffect, useState } from 'react';
import { knownTags } from '../../services/facet-service.ts';
import { tagChosen, untagChosen } from '../../services/letters-service.ts';
import { NameDialog } from './name-dialog.tsx';

/** Asks for the tag that all chosen letters get, or that is taken from them. */
export function TagDialog({ action, onClose }: { action: 'add' | 'remove'; onClose: () => void }) {
  const [tag, setTag] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    void knownTags().then(setKnown);
  }, []);
  return (
    <NameDialog
      title={action === 'add' ? 'Add a tag to the selected letters' : 'Remove a tag from the selected letters'}
      label="Tag"
      verb={action === 'add' ? 'Add tag' : 'Remove tag'}
      maxLength={60}
      value={tag}
      onChange={setTag}
      suggestions={known}
      onClose={onClose}
      onDone={async (typed) => {
        onClose();
        await (action === 'add' ? tagChosen(typed) : untagChosen(typed));
      }}
    />
  );
}
