import type { LibraryDamage } from '../../shared/model/library-status.ts';
import { FailureError } from '../../shared/result.ts';

/** The failure `library-damaged` of a library that cannot be opened, with what is known of the damage. */
export class DamagedLibraryError extends FailureError {
  readonly damage: LibraryDamage;
  constructor(damage: LibraryDamage, options?: ErrorOptions) {
    super('library-damaged', describeDamage(damage), options);
    this.damage = damage;
  }
}

/** What is wrong, and that nothing was changed, in full sentences. */
export function describeDamage({ file, kind }: LibraryDamage): string {
  switch (kind) {
    case 'missing':
      return `The library file ${file} is missing or empty, although the folder holds other parts of a library. Nothing was changed.`;
    case 'not-a-database':
      return `The library file ${file} is not a database. It was left as it is.`;
    case 'other-program':
      return `${file} is not a Second Opinion database. It was left as it is.`;
    case 'malformed':
      return `The library file ${file} is damaged. It was left as it is.`;
    case 'check-failed':
      return `After the program or the computer stopped unexpectedly, a check found the library file ${file} damaged. It was left as it is.`;
  }
}
