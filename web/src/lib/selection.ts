import { Letters } from './text';
import type { Span } from './types';

/** The words of a page's text that are selected, in code points; undefined where none are. */
export function selected(text: string): Span | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return undefined;
  }

  const range = selection.getRangeAt(0);
  const start = pointOf(range.startContainer, range.startOffset);
  // A click on a whole paragraph ends the selection at the beginning of the next one
  const end = pointOf(range.endContainer, range.endOffset) ?? endOf(range.startContainer);
  if (start === undefined || end === undefined) {
    return undefined;
  }

  const words = new Letters(text).slice(start, end);
  const [before, after] = [words.length - words.trimStart().length, words.length - words.trimEnd().length];
  return start + before < end - after ? { start: start + before, end: end - after } : undefined;
}

/** Blocks are shown letter for letter, each in an element that knows where it begins. */
const blockOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]') ?? undefined;

function pointOf(node: Node, offset: number): number | undefined {
  const block = blockOf(node);
  if (!block) {
    return undefined;
  }

  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return Number(block.dataset.start) + Array.from(range.toString()).length;
}

function endOf(node: Node): number | undefined {
  const block = blockOf(node);
  return block && Number(block.dataset.start) + Array.from(block.textContent).length;
}
