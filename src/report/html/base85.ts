/**
 * Characters that mean nothing to a parser of HTML, 85 of them: four bytes make five characters, where base 64 takes
 * five and a third.
 */
const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=?@[]^_{|}";

/** Writes bytes as text, a last group of fewer than four with one character more than it has bytes. */
export function encode85(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4) {
    const given = Math.min(4, bytes.length - i);
    let group = 0;
    for (let k = 0; k < 4; k++) group = group * 256 + (bytes[i + k] ?? 0);
    let letters = "";
    for (let k = 0; k < 5; k++) {
      letters = alphabet[group % 85]! + letters;
      group = Math.floor(group / 85);
    }
    text += letters.slice(0, given + 1);
  }
  return text;
}

/** Reads what `encode85` wrote; characters of another alphabet make no sense and are not looked for. */
export function decode85(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let i = 0, at = 0; i < text.length; i += 5) {
    let group = 0;
    // A short last group is filled up with the highest value, so that what was cut off rounds back.
    for (let k = 0; k < 5; k++) group = group * 85 + (i + k < text.length ? values[text.charCodeAt(i + k)]! : 84);
    for (let k = 3; k >= 0 && at < bytes.length; k--) bytes[at++] = Math.floor(group / 256 ** k) % 256;
  }
  return bytes;
}
