/**
 * Takes from a still SVG what only a running chart needs: roles (the figure has its own description), classes,
 * switches of the pointer, empty backgrounds, digits below a tenth of a pixel. About half of the text remains.
 */
export function trimSvg(svg: string): string {
  return svg
    .replace(/<path class="(?:background|foreground)"[^>]*?(?: d=""|display="none"|d="M0,0h0v0h0Z")[^>]*?\/>/g, "")
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(/ (?:class|role|aria-[a-z]+|pointer-events|font-family)="[^"]*"/g, "")
        .replace(/ (?:opacity="1"|stroke-width="1"|xmlns:xlink="[^"]*"|version="1.1")/g, "")
        .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)),
    )
    .replace(/<text[^>]*\/>|<g\/>/g, "");
}
