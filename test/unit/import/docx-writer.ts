import { textEntry, writeZip, type ZipEntry } from './zip-writer.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A paragraph of WordprocessingML, its text cut into runs as Word does when one edits. */
export const paragraph = (text: string): string => {
  const runs = text.match(/.{1,40}/gsu) ?? [];
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${runs.map((run) => `<w:r><w:rPr/><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`).join('')}</w:p>`;
};

export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  /** What other parts hold, by name and root element: `{ 'header1.xml': ['hdr', …] }`. */
  readonly parts?: Readonly<Record<string, readonly [root: string, content: string]>>;
  readonly more?: readonly ZipEntry[];
  readonly prolog?: string;
}

/** A Word file. Parts are related to the body by their name without its number. */
export function writeDocx({ body, parts = {}, more = [], prolog = '' }: DocxParts): Uint8Array<ArrayBuffer> {
  const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${prolog}`;
  const part = (root: string, content: string) => `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`;
  const relate = (targets: readonly (readonly [kind: string, target: string])[]) =>
    `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${targets
      .map(([kind, target], id) => `<Relationship Id="r${id}" Type="${relationshipType}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const names = Object.keys(parts);
  return writeZip([
    textEntry('[Content_Types].xml', `${declaration}<Types xmlns="${packageNamespace}/content-types"/>`),
    textEntry('_rels/.rels', relate([['officeDocument', 'word/document.xml']])),
    textEntry('word/document.xml', part('document', `<w:body>${body}<w:sectPr/></w:body>`)),
    textEntry('word/_rels/document.xml.rels', relate(names.map((name) => [name.replace(/\d*\.xml$/, ''), name]))),
    ...Object.entries(parts).map(([name, [root, content]]) => textEntry(`word/${name}`, part(root, content))),
    ...more,
  ]);
}
