import { Bookmark, BookmarkPlus, BookmarkX, Inbox, Search, Trash2 } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { IconButton } from '../../components/button.tsx';
import { MenuAction, MenuGroup, PopupMenu, Submenu } from '../../components/menu.tsx';
import { search, showTrash } from '../../services/library-service.ts';
import { deleteSavedSearch, runSavedSearch } from '../../services/saved-search-service.ts';
import { useLibrary } from '../../stores/library.ts';
import { useSavedSearches } from '../../stores/saved-searches.ts';

/** What the list can show: all letters, those of a saved search, those in the trash. */
export function ViewsMenu() {
  const { searches, setNaming } = useSavedSearches();
  const trash = useLibrary((state) => state.trash);
  const canSave = useLibrary((state) => state.query.trim() !== '' && !state.trash);
  return (
    <MenuTrigger>
      <IconButton label="Saved searches and trash">
        <Bookmark aria-hidden />
      </IconButton>
      <PopupMenu label="Saved searches and trash">
        <MenuAction
          text="All letters"
          icon={<Inbox aria-hidden />}
          onAction={() => {
            if (trash) showTrash(false);
            search('');
          }}
        />
        <MenuAction
          text="Trash"
          icon={<Trash2 aria-hidden />}
          onAction={() => {
            showTrash(true);
            search('');
          }}
        />
        <MenuGroup title={searches.length > 0 ? 'Saved searches' : 'No saved searches yet'}>
          {searches.map(({ id, name }) => (
            <MenuAction key={id} text={name} icon={<Search aria-hidden />} onAction={() => runSavedSearch(id)} />
          ))}
          {canSave && (
            <MenuAction text="Save this search…" icon={<BookmarkPlus aria-hidden />} onAction={() => setNaming(true)} />
          )}
          {searches.length > 0 && (
            <Submenu text="Delete a saved search" icon={<BookmarkX aria-hidden />}>
              {searches.map(({ id, name }) => (
                <MenuAction key={id} text={name} onAction={() => void deleteSavedSearch(id)} />
              ))}
            </Submenu>
          )}
        </MenuGroup>
      </PopupMenu>
    </MenuTrigger>
  );
}
