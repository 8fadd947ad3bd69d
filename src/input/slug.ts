/** Makes an id of a name: lower-case letters, digits and hyphens, as `My Scenario` is my-scenario; null of nothing. */
export function slug(name: string): string | null {
  const letters = name.slice(0, 200).replace(/đ/gi, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    letters
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 64)
      .replace(/-+$/, "") || null
  );
}
