import { findStreams, type PdfStream } from './find-streams.ts';
import { mostUnpacked, type Unpacked, unpackStream } from './unpack-stream.ts';

/** In bytes, for files made to do harm: what is unpacked is thrown away, and a letter has a few hundred thousand. */
const mostInAll = 32 * 1024 * 1024;

/** Streams from which no text is read: pictures, fonts, colours, descriptions, enclosed files. */
const withoutText =
  /\/Subtype\s{0,9}\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)\b|\/Type\s{0,9}\/(?:Metadata|EmbeddedFile)\b|\/Length1\b|\/Alternate\b|\/FunctionType\b|\/ShadingType\b/;

/** The streams of a PDF from which text may be read, with what they hold: content, fonts' meanings, packed objects. */
export function* readTextStreams(file: Buffer): Generator<PdfStream & { readonly content: Unpacked }> {
  let unpacked = 0;
  for (const stream of findStreams(file)) {
    if (withoutText.test(stream.dictionary)) continue;
    const content = unpackStream(stream);
    yield { ...stream, content };
    if (content === 'too-large') unpacked += mostUnpacked;
    else if (typeof content !== 'string') unpacked += content.length;
    if (unpacked > mostInAll) return;
  }
}
