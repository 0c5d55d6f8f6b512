/** A process for the durability test: writes notes and second opinions for ever, and prints what was acknowledged. */
import { openLibraryClient } from '../../../electron/library/library-client.ts';
import { sampleAnnotation, sampleLetter } from './sample-letter.ts';

const [dir = ''] = process.argv.slice(2);
const text = 'Lumbar spine';
const library = await openLibraryClient({ dir, backups: false });
const [added] = await library.addLetters([sampleLetter(text)]);
const letterId = added?.letterId ?? 0;

for (let count = 0; ; count++) {
  const note = sampleAnnotation(letterId, text, 'spine', { note: `note ${count} ${'word '.repeat(count % 200)}` });
  await library.createAnnotation(note);
  process.stdout.write(`${note.id}\n`);
  if (count % 5 === 4) {
    const reason = `reason ${process.pid} ${count}`;
    await library.saveSecondOpinion({ letterId, ordinal: 1, itemTitle: 'Lumbar MRI', reason, author: 'x' });
    process.stdout.write(`${reason}\n`);
  }
}
