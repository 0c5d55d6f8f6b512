import { Tag } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { TagsInput } from '../components/tags-input.tsx';
import { setLetterTags } from '../services/letter-tags-service.ts';
import styles from './letter-tags.module.css';

/** Tags shown in the bar, so few that each can be read; all of them are in the popover. */
const shown = 2;

/** The tags of the open letter, each with a way to remove it, and a popover to add others. */
export function LetterTags({ tags }: { tags: readonly string[] }) {
  const more = tags.length - shown;
  return (
    <div className={styles['tags']}>
      {tags.slice(0, shown).map((tag) => (
        <span key={tag} className={styles['shown']}>
          <Chip
            text={tag}
            removeLabel={`Remove tag ${tag} from the letter`}
            onRemove={() => void setLetterTags(tags.filter((other) => other !== tag))}
          />
        </span>
      ))}
      <DialogTrigger>
        <Button look="quiet" aria-label={more > 0 ? `Add tag, ${more} more` : 'Add tag'}>
          <Tag aria-hidden />
          <span className={styles['beside']}>{more > 0 ? `${more} more` : 'Add tag'}</span>
          <span className={styles['alone']}>{tags.length}</span>
        </Button>
        <Popover className={styles['popover'] ?? ''} offset={6}>
          <Dialog className={styles['dialog'] ?? ''} aria-label="Tags of the letter">
            <TagsInput label="Tag of the letter" tags={tags} onChange={(next) => void setLetterTags(next)} autoFocus />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
