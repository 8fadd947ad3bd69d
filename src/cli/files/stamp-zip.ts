/** 1 January 1980, 0:00: the first moment that a zip archive can name (APPNOTE 4.4.6). */
const stamp = new Uint8Array([0, 0, 0x21, 0]);
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Sets the time of every file in a zip archive to the same moment, in place, so that the same files make the same bytes. */
export function stampZip(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) throw new Error("a workbook that was just written is no zip archive");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature)
      throw new Error("a workbook that was just written is a broken zip archive");
    archive.set(stamp, at + 12);
    // The file's own head stands where the entry says.
    archive.set(stamp, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
