/**
 * Takes what stands after the # of a QR code's link out of the address bar. A browser never sends it, so it may carry a
 * key; the history, and whoever looks at the screen, shall not keep it either.
 *
 * @returns the whole link as it was scanned; undefined where the link carried nothing
 */
export function takeScannedLink(): string | undefined {
  const { href, hash, pathname, search } = window.location;
  // A short fragment is a place in the page, such as #main.
  if (hash.length < 20) {
    return undefined;
  }
  window.history.replaceState(null, '', pathname + search);
  return href;
}
