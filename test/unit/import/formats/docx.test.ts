import { describe, expect, test } from 'vitest';
import { extractText } from '../../../../electron/import/formats/extract-text.ts';
import { paragraph, writeDocx } from '../docx-writer.ts';
import { textEntry, writeZip } from '../zip-writer.ts';

const run = (content: string) => `<w:r>${content}</w:r>`;
const inParagraph = (content: string) => `<w:p>${content}</w:p>`;
const textOf = async (body: string) => (await extractText(writeDocx({ body }))).text;
const codesOf = async (...parts: Parameters<typeof writeDocx>) =>
  (await extractText(writeDocx(...parts))).diagnostics.map(({ code }) => code);
const cell = (...paragraphs: string[]) => `<w:tc><w:tcPr/>${paragraphs.map(paragraph).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('the text of a Word file', () => {
  test('is its paragraphs, an empty one as a line with one space', async () => {
    expect(await textOf(`${paragraph('One & <two>')}<w:p/>${paragraph('Three 😀')}`)).toBe(
      'One & <two>\n\n \n\nThree 😀',
    );
  });

  test('has tabs, line breaks, page breaks and hyphens that do not break', async () => {
    const pieces =
      '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>L4</w:t><w:noBreakHyphen/><w:t>5</w:t><w:br w:type="page"/><w:t xml:space="preserve"> c</w:t>';
    expect(await textOf(inParagraph(run(pieces)))).toBe('a\tb\nL4-5\f c');
  });

  test('has a row of a table on one line, and cells of several paragraphs one after the other', async () => {
    const table = `<w:tbl><w:tblPr/>${row(cell('Case Number:'), cell(''), cell('CM14-1'))}${row(cell('a', 'b'), cell('c'))}</w:tbl>`;
    expect(await textOf(table)).toBe('Case Number:\t\tCM14-1\n\na\n\nb\n\nc');
  });

  test('has tables in tables', async () => {
    const inner = `<w:tbl>${row(cell('x'), cell('y'))}</w:tbl>`;
    expect(await textOf(`<w:tbl>${row(`<w:tc>${paragraph('a')}${inner}</w:tc>`, cell('b'))}</w:tbl>`)).toBe(
      'a\n\nx\ty\n\nb',
    );
  });

  test('has a text box once, after the paragraph that it hangs on', async () => {
    const box = `<w:txbxContent>${paragraph('in the box')}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(inParagraph(run('<w:t>before </w:t>') + run(drawing) + run('<w:t>and after</w:t>')))).toBe(
      'before and after\n\nin the box',
    );
  });

  test('has headers before the body, notes and footers after it, each once', async () => {
    const note = '<w:footnoteReference w:id="2"/>';
    const parts = {
      'header1.xml': ['hdr', paragraph('Letterhead')],
      'header2.xml': ['hdr', paragraph('Letterhead')],
      'header3.xml': ['hdr', '<w:p/>'],
      'footer1.xml': ['ftr', paragraph('Page 1')],
      'footnotes.xml': [
        'footnotes',
        `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('A note')}</w:footnote>`,
      ],
    } as const;
    const { text } = await extractText(writeDocx({ body: inParagraph(run('<w:t>Body</w:t>') + run(note)), parts }));
    expect(text.split('\n\n').filter((line) => line !== ' ')).toEqual(['Letterhead', 'Body[2]', '[2]A note', 'Page 1']);
  });

  test('is read from files in the strict form of the format', async () => {
    const document =
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict</w:t></w:r></w:p></w:body></w:document>';
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>';
    const bytes = writeZip([
      textEntry('[Content_Types].xml', '<Types/>'),
      textEntry('_rels/.rels', rels),
      textEntry('word/document.xml', document),
    ]);
    expect((await extractText(bytes)).text).toBe('Strict');
  });

  test('has fields as they are shown, not as they are made', async () => {
    expect(await textOf(inParagraph(run('<w:instrText> PAGE </w:instrText>') + run('<w:t>7</w:t>')))).toBe('7');
  });

  test('is that with all tracked changes accepted, and says so', async () => {
    const body = inParagraph(
      `<w:ins>${run('<w:t>new </w:t>')}</w:ins><w:del>${run('<w:delText>old </w:delText>')}</w:del><w:moveFrom>${run('<w:t>moved</w:t>')}</w:moveFrom>${run('<w:t>text</w:t>')}`,
    );
    expect(await extractText(writeDocx({ body }))).toMatchObject({
      text: 'new text',
      diagnostics: [{ code: 'tracked-changes', severity: 'warning' }],
    });
  });

  test('says what was left out', async () => {
    const comments = { 'comments.xml': ['comments', `<w:comment w:id="1">${paragraph('hm')}</w:comment>`] } as const;
    expect(await codesOf({ body: paragraph('text'), parts: comments })).toEqual(['comments-left-out']);
    expect(await codesOf({ body: `${paragraph('text')}<w:altChunk r:id="r1"/>` })).toEqual(['embedded-documents']);
    expect(await codesOf({ body: inParagraph(`<w:pPr><w:numPr/></w:pPr>${run('<w:t>x</w:t>')}`) })).toEqual([
      'automatic-numbers',
    ]);
    expect(await codesOf({ body: inParagraph(run('<w:sym w:font="Wingdings" w:char="F0FC"/>')) })).toEqual([
      'unknown-characters',
    ]);
    expect(await codesOf({ body: inParagraph(run('<w:sym w:font="Symbol" w:char="00B0"/>')) })).toEqual([]);
  });

  test('needs OCR when there are only pictures', async () => {
    const body = inParagraph(
      run('<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing>'),
    );
    expect(await extractText(writeDocx({ body }))).toMatchObject({ text: '', diagnostics: [{ code: 'needs-ocr' }] });
  });
});

describe('a Word file that cannot be read', () => {
  const billionLaughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  test.each([
    ['entities', { body: inParagraph(run('<w:t>&b;</w:t>')), prolog: billionLaughs }, 'damaged-file'],
    ['an entity from outside', { body: inParagraph(run('<w:t>&x;</w:t>')), prolog: outside }, 'damaged-file'],
    ['an entity that nobody defined', { body: inParagraph(run('<w:t>&nbsp;</w:t>')) }, 'damaged-file'],
    ['elements that do not match', { body: '<w:p></w:q>' }, 'damaged-file'],
    ['elements too deep in each other', { body: '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000) }, 'damaged-file'],
    ['a part that is a bomb', { body: inParagraph(run(`<w:t>${' '.repeat(8_000_000)}</w:t>`)) }, 'too-large'],
    [
      'a part larger than any letter',
      {
        body: '',
        more: [textEntry('word/document.xml', 'x', { says: { size: 21 * 2 ** 20, compressedSize: 2 ** 20 } })],
      },
      'too-large',
    ],
    ['no text', { body: '<w:p/>' }, 'empty-file'],
  ])('has %s', async (_, parts, code) => {
    await expect(extractText(writeDocx(parts))).rejects.toMatchObject({ code });
  });

  test.each([
    ['Excel', 'xl/workbook.xml', 'This is an Excel workbook;'],
    ['PowerPoint', 'ppt/presentation.xml', 'This is a PowerPoint presentation;'],
  ])('is one of %s', async (_, part, message) => {
    const rels = `<Relationships xmlns="x"><Relationship Id="r" Type="x/officeDocument" Target="${part}"/></Relationships>`;
    const bytes = writeZip([
      textEntry('[Content_Types].xml', '<Types/>'),
      textEntry('_rels/.rels', rels),
      textEntry(part, '<x/>'),
    ]);
    await expect(extractText(bytes)).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining(message),
    });
  });

  test('is protected by a password, or of the older format', async () => {
    const older = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(2000)]);
    await expect(extractText(new Uint8Array(older))).rejects.toMatchObject({ code: 'not-text' });
    older.write('EncryptedPackage', 1024, 'utf16le');
    await expect(extractText(new Uint8Array(older))).rejects.toMatchObject({ code: 'password-protected' });
  });
});
