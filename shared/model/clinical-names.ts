import type { BodyPart, ItemFacts, Side, TreatmentCategory } from './clinical-facts.ts';

/** What the categories of treatment are called where they are read. */
export const categoryNames: Readonly<Record<TreatmentCategory, string>> = {
  pharmaceuticals: 'Pharmaceuticals',
  rehabilitation: 'Rehabilitation',
  'diagnostic-testing': 'Diagnostic testing',
  injections: 'Injections',
  surgery: 'Surgery',
  dmepos: 'DMEPOS',
  'evaluation-and-management': 'Evaluation and management',
  'behavioral-health': 'Behavioral health',
  programs: 'Programs',
  'home-health': 'Home health',
  dental: 'Dental',
  transport: 'Transport',
};

/** `Left knee`, `Bilateral shoulder`, `Lumbar spine`. */
export function bodyPartName(part: BodyPart, side: Side | undefined): string {
  const name = [side, part.replaceAll('-', ' ')].filter(Boolean).join(' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The facts of an item in words, each once: `Injections`, `Lumbar spine`, `CPT 64483`. */
export function itemFactNames({ category, bodyParts, procedureCodes, doses }: ItemFacts): string[] {
  return [
    ...new Set([
      ...(category ? [categoryNames[category.value]] : []),
      ...bodyParts.map(({ part, side }) => bodyPartName(part, side)),
      ...procedureCodes.map(({ text }) => text),
      ...doses.map(({ text }) => text),
    ]),
  ];
}
