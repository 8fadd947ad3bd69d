import { decode93 } from "../report/html/base93.ts";

/**
 * The first script of a report: unpacks the page's program and its data, then hands over to the program. Where the
 * browser cannot unpack, the page stays what it is without a script: complete, with still pictures.
 */
async function unpacked(id: string): Promise<string> {
  const bytes = decode93(document.getElementById(id)?.textContent ?? "");
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

async function load(): Promise<void> {
  const parts = ["page-data", "page-printed", "page-program"].map(unpacked);
  const [data, printed, program] = (await Promise.all(parts)) as [string, string, string];
  const place = document.getElementById("page-data");
  if (place) place.textContent = `${data}\n${printed}`;
  document.getElementById("page-printed")?.remove();
  const script = document.createElement("script");
  // Its text is checked against the hash in the page's policy, as if it had stood in the page.
  script.textContent = program;
  document.getElementById("page-program")?.replaceWith(script);
}

// Two frames: what stands in the page is painted before anything is unpacked.
if ("DecompressionStream" in globalThis) requestAnimationFrame(() => requestAnimationFrame(() => void load()));
