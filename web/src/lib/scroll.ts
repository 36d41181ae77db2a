/** Brings something into the middle of the box that it stands in, and moves nothing else. */
export function within(box: Element, what: Element | null): void {
  if (what) {
    const [outer, inner] = [box.getBoundingClientRect(), what.getBoundingClientRect()];
    box.scrollTop += inner.top - outer.top - Math.max(0, (box.clientHeight - inner.height) / 2);
  }
}
