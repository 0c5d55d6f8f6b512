import { Info, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Heading,
  Input,
  Popover,
  SearchField,
} from 'react-aria-components';
import { IconButton } from '../../components/button.tsx';
import { SearchHelp } from '../../components/search-help.tsx';
import { search } from '../../services/library-service.ts';
import { useLibrary } from '../../stores/library.ts';
import { FieldChips } from './field-chips.tsx';
import styles from './search-box.module.css';

/** The longest query that is taken, in characters. */
const maxLength = 1000;

/** The search box with its help, and under it the fields that the query asks for. */
export function SearchBox() {
  const { query, total, hint } = useLibrary();
  const settledHint = useSettled(hint, query);
  return (
    <>
      <div className={styles['line']}>
        <SearchField
          aria-label="Search letters and notes"
          className={styles['search'] ?? ''}
          value={query}
          onChange={search}
          maxLength={maxLength}
        >
          <Search aria-hidden />
          <Input id="search" placeholder="Search letters and notes" />
          <AriaButton aria-label="Clear search">
            <X aria-hidden />
          </AriaButton>
        </SearchField>
        <DialogTrigger>
          <IconButton label="How to search">
            <Info aria-hidden />
          </IconButton>
          <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={6}>
            <Dialog className={styles['dialog'] ?? ''}>
              <Heading slot="title">How to search</Heading>
              <SearchHelp />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      <FieldChips query={query} />
      <div role="status">
        {hint && hint === settledHint && <p className={styles['hint']}>{hint}</p>}
        {query !== '' && total !== undefined && (
          <p className="visually-hidden">{total === 1 ? '1 letter found' : `${total} letters found`}</p>
        )}
      </div>
    </>
  );
}

/** In ms: a phrase whose quotation mark is still to come is no cause to move the list. */
const hintDelay = 700;

/** A text as it was when `typed` had last not changed for a while. */
function useSettled(text: string | undefined, typed: string): string | undefined {
  const [settled, setSettled] = useState(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key stroke begins the wait anew
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), hintDelay);
    return () => clearTimeout(timer);
  }, [text, typed]);
  return settled;
}
