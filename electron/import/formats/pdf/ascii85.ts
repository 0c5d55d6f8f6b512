const end = '~'.charCodeAt(0);
const first = '!'.charCodeAt(0);
const zeros = 'z'.charCodeAt(0);

/** The bytes that ASCII85 stands for (ISO 32000-1, 7.4.3); undefined for what is no ASCII85. */
export function decodeAscii85(data: Buffer): Buffer | undefined {
  const bytes = Buffer.alloc(4 * data.length + 4);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const code of data) {
    if (code === end) break;
    if (code <= 0x20) continue;
    if (code === zeros && digits === 0) {
      length += 4;
      continue;
    }
    const digit = code - first;
    if (digit < 0 || digit >= 85) return undefined;
    group = 85 * group + digit;
    if (++digits < 5) continue;
    if (group > 0xffffffff) return undefined;
    length = bytes.writeUInt32BE(group, length);
    group = digits = 0;
  }
  if (digits === 0) return bytes.subarray(0, length);
  // Fewer than five digits at the end stand for one byte fewer than they are.
  const whole = group * 85 ** (5 - digits) + 85 ** (5 - digits) - 1;
  if (digits === 1 || whole > 0xffffffff) return undefined;
  bytes.writeUInt32BE(whole, length);
  return bytes.subarray(0, length + digits - 1);
}
