import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page that is being watched: whatever it asks for, complains of or is refused. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses asked for, the page's own file apart. */
  readonly requests: string[];
  /** Errors, warnings, dialogs and breaches of the content security policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens a report without a network, and waits until every chart is drawn; `draws: false` where no script may run. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly draws?: boolean } = {},
): Promise<WatchedPage> {
  const { draws = true, ...contextOptions } = options;
  const context = await browser.newContext({ offline: true, ...contextOptions });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  // A thread made from the page's own script is asked for by a name that only this page knows.
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("blob:null/")) requests.push(request.url());
  });
  page.on("console", (message) => message.type() !== "log" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy refused ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(url);
  if (draws) {
    await page.waitForFunction(allDrawn);
    await page.waitForSelector(".seal:not(.working)", { state: "attached" });
  }
  return { page, requests, complaints, close: () => context.close() };
}

/** Runs in the page: every chart has become a running one. */
function allDrawn(): boolean {
  return [...document.querySelectorAll(".plot")].every((plot) => plot.querySelector(":scope > div > svg") !== null);
}
