import type { BodyPart, ItemFacts, Side, TreatmentCategory } from '../../../shared/model/clinical-facts.ts';
import { fact, flatten, type Markup, mark } from '../marked-text.ts';

/** What a title is known to say of its item: values as printed, without places. */
export interface TitleFacts {
  /** Absent where a reviewer could not tell from the title. */
  readonly category?: TreatmentCategory;
  readonly bodyParts: readonly Pick<ItemFacts['bodyParts'][number], 'part' | 'side'>[];
  readonly procedureCodes: readonly string[];
  readonly doses: readonly string[];
}

/** Text with marked parts: `` line`MRI of the ${where}` ``. */
export const line = (strings: TemplateStringsArray, ...parts: readonly (Markup | number)[]): Markup =>
  strings.map((text, n) => [text, typeof parts[n] === 'number' ? String(parts[n]) : ((parts[n] ?? '') as Markup)]);

export const partMark = (part: BodyPart, side: Side | undefined, ...of: Markup[]): Markup =>
  fact('part', { part, ...(side && { side }) }, ...of);
export const doseMark = (dose: string): Markup => mark('dose', dose);
export const codeMark = (code: string): Markup => mark('code', code);
/** A title of another category than the others of its kind; `none` where nothing in it decides. */
export const ofCategory = (category: TreatmentCategory | 'none', title: Markup): Markup =>
  fact('category', category, title);

/** The text of a title and what it says, by its marks; a part of the body once for each side it is named with. */
export function readTitle(title: Markup, usual: TreatmentCategory): { title: string; facts: TitleFacts } {
  const { text, marks } = flatten(title);
  const printed = (path: string): string[] =>
    marks.filter((at) => at.path === path).map(({ start, end }) => text.slice(start, end));
  const named = marks
    .filter(({ path }) => path === 'part')
    .map(({ value }) => value as TitleFacts['bodyParts'][number]);
  const bodyParts = named.filter(
    ({ part, side }, n) =>
      named.findIndex((other) => other.part === part && other.side === side) === n &&
      (side !== undefined || !named.some((other) => other.part === part && other.side)),
  );
  const category = (marks.find(({ path }) => path === 'category')?.value ?? usual) as TreatmentCategory | 'none';
  return {
    title: text,
    facts: {
      ...(category !== 'none' && { category }),
      bodyParts,
      procedureCodes: printed('code'),
      doses: printed('dose'),
    },
  };
}
