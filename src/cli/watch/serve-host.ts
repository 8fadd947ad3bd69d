/** The only address that reports are served on. */
export const loopback = "127.0.0.1";

/**
 * Tells whether a Host header names this machine itself. A page from elsewhere can have its own name lead to 127.0.0.1 (DNS
 * rebinding), but it cannot change what its browser writes here.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host);
}
