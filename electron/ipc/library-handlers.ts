import type { LibraryClient } from '../library/library-client.ts';
import type { Handlers } from './register.ts';

type LibraryChannels =
  | 'library:list'
  | 'library:range'
  | 'library:facets'
  | 'letters:ids'
  | 'letters:set-status'
  | 'letters:add-tag'
  | 'letters:remove-tag'
  | 'letters:trash'
  | 'letters:restore'
  | 'letters:delete-forever'
  | 'saved-search:list'
  | 'saved-search:save'
  | 'saved-search:delete'
  | 'case:open'
  | 'case:set-status'
  | 'annotation:create'
  | 'annotation:update'
  | 'annotation:delete'
  | 'annotation:restore'
  | 'correction:add'
  | 'correction:remove'
  | 'correction:restore'
  | 'second-opinion:save'
  | 'settings:get'
  | 'settings:set';

/** Everything that reads or writes the library: passed on to the library thread, which owns it. */
export function libraryHandlers(library: LibraryClient): Pick<Handlers, LibraryChannels> {
  const author = async () => (await library.getSettings()).author;
  return {
    'library:list': (input) => library.listLetters(input),
    'library:range': (input) => library.letterRange(input),
    'library:facets': async (input) => ({ facets: await library.listFacets(input) }),
    'letters:ids': async ({ selection }) => ({ letterIds: await library.selectedIds(selection) }),
    'letters:set-status': async ({ selection, status }) => ({ former: await library.setStatusOf(selection, status) }),
    'letters:add-tag': async ({ selection, tag }) => changed(await library.addTag(selection, tag)),
    'letters:remove-tag': async ({ selection, tag }) => changed(await library.removeTag(selection, tag)),
    'letters:trash': async ({ selection }) => changed(await library.trashLetters(selection)),
    'letters:restore': async ({ selection }) => changed(await library.restoreLetters(selection)),
    'letters:delete-forever': async ({ selection }) => changed(await library.deleteForever(selection)),
    'saved-search:list': () => library.savedSearches(),
    'saved-search:save': (search) => library.saveSearch(search),
    'saved-search:delete': ({ id }) => library.deleteSavedSearch(id),
    'case:open': ({ letterId }) => library.openCase(letterId),
    'case:set-status': ({ letterId, status }) => library.setStatus(letterId, status),
    'annotation:create': async (input) => library.createAnnotation({ ...input, author: await author() }),
    'annotation:update': (input) => library.updateAnnotation(input),
    'annotation:delete': ({ id }) => library.deleteAnnotation(id),
    'annotation:restore': ({ id }) => library.restoreAnnotation(id),
    'correction:add': async (input) => library.addCorrection({ ...input, author: await author() }),
    'correction:remove': ({ id }) => library.removeCorrection(id),
    'correction:restore': ({ id }) => library.restoreCorrection(id),
    'second-opinion:save': async (input) => library.saveSecondOpinion({ ...input, author: await author() }),
    'settings:get': () => library.getSettings(),
    'settings:set': (input) => library.setSettings(input),
  };
}

const changed = (letterIds: number[]) => ({ letterIds });
