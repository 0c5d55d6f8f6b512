/** `data` in ASCII85, without the mark of its end (ISO 32000-1, 7.4.3). */
export const writeAscii85 = (data: Buffer): string =>
  Array.from({ length: Math.ceil(data.length / 4) }, (_, n) => {
    const group = data.subarray(4 * n, 4 * n + 4);
    let value = Buffer.concat([group, Buffer.alloc(4)]).readUInt32BE(0);
    const digits = Array.from({ length: 5 }, () => {
      const digit = value % 85;
      value = Math.floor(value / 85);
      return String.fromCharCode(33 + digit);
    });
    return digits
      .reverse()
      .join('')
      .slice(0, group.length + 1);
  }).join('');
