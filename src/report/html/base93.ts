/**
 * Characters that a parser of HTML leaves alone within a script: all that are printed but `<`. Two of them hold 13 bits or,
 * as often as there is room, 14 (the method of basE91): a fifth and a bit longer than the bytes, where base 64 takes a third.
 */
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((letter) => letter !== "<");
const size = alphabet.length;
const low = 2 ** 13;
/** Values of 13 bits up to this one leave room for a 14th. */
const roomy = size * size - low - 1;

/** Writes bytes as text. */
export function encode93(bytes: Uint8Array): string {
  let text = "";
  let [held, bits] = [0, 0];
  const write = (value: number) => alphabet[value % size]! + alphabet[Math.floor(value / size)]!;
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 14) continue;
    const taken = (held & (low - 1)) > roomy ? 13 : 14;
    text += write(held & (2 ** taken - 1));
    held >>= taken;
    bits -= taken;
  }
  // One letter holds six bits: a second one would be read as a byte too many.
  return text + write(held).slice(0, Math.ceil(bits / 6));
}

/** Reads what `encode93` wrote; characters of another alphabet make no sense and are not looked for. */
export function decode93(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (const [value, letter] of alphabet.entries()) values[letter.charCodeAt(0)] = value;
  const bytes = new Uint8Array(text.length);
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    const isLast = i + 1 === text.length;
    const value = values[text.charCodeAt(i)]! + (isLast ? 0 : values[text.charCodeAt(i + 1)]! * size);
    held |= value << bits;
    bits += isLast ? 6 : (value & (low - 1)) > roomy ? 13 : 14;
    for (; bits > 7; bits -= 8, held >>= 8) bytes[at++] = held;
  }
  return bytes.subarray(0, at);
}
