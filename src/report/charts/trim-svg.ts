/** Size of most texts: it stands once on the picture, and they inherit it. */
const usualSize = ' font-size="12px"';

/**
 * Takes from a still SVG what only a running chart needs: roles (the figure has its own description), classes,
 * switches of the pointer, empty backgrounds, digits below a tenth of a pixel; and writes shorter what means the same
 * within a page. About a third of the text remains.
 */
export function trimSvg(svg: string): string {
  const trimmed = svg
    .replace(/<path class="(?:background|foreground)"[^>]*?(?: d=""|display="none"|d="M0,0h0v0h0Z")[^>]*?\/>/g, "")
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(/ (?:class|role|aria-[a-z]+|pointer-events|font-family)="[^"]*"/g, "")
        .replace(/ (?:opacity="1"|stroke-width="1"|xmlns(?::xlink)?="[^"]*"|version="1.1")/g, "")
        .replace(/ (?:text-anchor="start"|transform="translate\(0,0\)"|[xy]2="0")/g, "")
        .replace(usualSize, "")
        .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
        .replace(/^<path(.*) d="M([\d.]+),0A\2,\2,0,1,1,-\2,0A\2,\2,0,1,1,\2,0"/, '<circle r="$2"$1'),
    )
    .replace(/<text[^>]*\/>|<g\/>/g, "")
    .replace(/^<svg/, `<svg${usualSize}`);
  return withoutPlainGroups(trimmed);
}

/** Takes out groups that say nothing: their content stands in the group around them. */
function withoutPlainGroups(svg: string): string {
  const open: boolean[] = [];
  return svg.replace(/<g(?: [^>]*)?>|<\/g>/g, (tag) => {
    if (tag === "</g>") return open.pop() ? "" : tag;
    const plain = tag === "<g>";
    if (!tag.endsWith("/>")) open.push(plain);
    return plain ? "" : tag;
  });
}
