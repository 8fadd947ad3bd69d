/**
 * The first script of a report: unpacks the page's program and its data, then hands over to the program. Where the
 * browser cannot unpack, the page stays what it is without a script: complete, with still pictures.
 */
async function unpacked(id: string): Promise<string> {
  const packed = atob(document.getElementById(id)?.textContent ?? "");
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

async function load(): Promise<void> {
  const [data, program] = await Promise.all([unpacked("data"), unpacked("program")]);
  const place = document.getElementById("data");
  if (place) place.textContent = data;
  const script = document.createElement("script");
  // Its text is checked against the hash in the page's policy, as if it had stood in the page.
  script.textContent = program;
  document.getElementById("program")?.replaceWith(script);
}

// Two frames: what stands in the page is painted before anything is unpacked.
if ("DecompressionStream" in globalThis) requestAnimationFrame(() => requestAnimationFrame(() => void load()));
