/** A file name folded for sorting: letters without case, and numbers by value ("Letter 2" before "letter 10"). */
export function sortName(fileName: string): string {
  return fileName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'));
}
