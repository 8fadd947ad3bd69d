import * as fc from "fast-check";
import { expect, test } from "vitest";
import { html, jsonForScript, webAddress } from "../../../src/report/html/markup.ts";

test("whatever is put into a template is text, and templates nest", () => {
  expect(html`<p title="${'"><script>'}">${["a<b", html`<b>${"&"}</b>`, null, false, 3]}</p>`.text).toBe(
    '<p title="&#34;&#62;&#60;script&#62;">a&#60;b<b>&#38;</b>3</p>',
  );
});

test("no string can open a tag, close an attribute or end a line of script", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(html`${text}`.text).not.toMatch(/[<>"'\u2028\u2029]/);
    }),
  );
});

test("data within a script is the same data, and cannot end it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = jsonForScript(value).text;
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(jsonForScript("</script><!--\u2028").text).toBe('"\\u003c/script\\u003e\\u003c!--\\u2028"');
});

test("only addresses of the web become links", () => {
  expect(webAddress("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
  for (const wrong of ["javascript:alert(1)", " https://a.b", "data:text/html,x", "//a.b", "https://a b", "", null])
    expect(webAddress(wrong)).toBeNull();
});
