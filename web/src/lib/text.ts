import type { Block, Claim, Days, DocumentView, Span } from './types';

/** A text by code points: offsets of the record count these, and JavaScript's strings do not. */
export class Letters {
  private readonly points: string[];

  constructor(text: string) {
    this.points = Array.from(text);
  }

  slice(start: number, end: number): string {
    return this.points.slice(start, end).join('');
  }
}

/** The words of a stretch, cut where they are many. */
export function quoted(text: string, start: number, end: number, most = 60): string {
  const words = new Letters(text).slice(start, Math.min(end, start + most)).replace(/\s+/g, ' ').trim();
  return end - start > most ? words + '…' : words;
}

/** Where words stand in a text, in code points. */
export function spanOf(text: string, words: string): Span | undefined {
  const at = text.indexOf(words);
  if (at < 0) {
    return undefined;
  }

  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

/** A stretch of text with what it plays in the claims around it. */
export interface Run {
  text: string;
  start: number;
  /** Claims whose evidence covers it. */
  claims: string[];
  /** "who", "did", "whom" or "when" in the chosen claim; "word" of a sentence without one. */
  part: Part | undefined;
}

export type Part = 'who' | 'did' | 'whom' | 'when' | 'word';

export interface Mark extends Span {
  part: Part;
}

const whom = new Set(['recipient', 'organisation', 'about']);

/** The words of a claim's evidence that stand for its parties, its act and its time. */
export function marksOf(view: DocumentView, claim: Claim): Mark[] {
  const within = (s: Span) => s.start < claim.evidence.end && claim.evidence.start < s.end;
  const marks: Mark[] = claim.trigger ? [{ ...claim.trigger, part: 'did' }] : [];
  for (const mention of view.mentions.filter(within)) {
    const party = claim.parties.find((p) => p.id === mention.id);
    if (party) {
      marks.push({ start: mention.start, end: mention.end, part: whom.has(party.part) ? 'whom' : 'who' });
    }
  }

  for (const time of (view.times ?? []).filter(within)) {
    if (time.value === claim.time?.value || inside(time, claim.time)) {
      marks.push({ start: time.start, end: time.end, part: 'when' });
    }
  }

  return marks;
}

/** Whether a time expression names days of the claim's own: "Monday" of a visit from Monday to Wednesday. */
function inside(time: Days, whole: Claim['time']): boolean {
  const said = whole?.basis === 'stated' || whole?.basis === 'relative';
  return said && !!time.earliest && !!time.latest && !!whole.earliest && !!whole.latest && whole.earliest <= time.earliest && time.latest <= whole.latest;
}

/** Cuts a block into runs at every border of evidence and mark. */
export function runsOf(block: Span, letters: Letters, claims: Claim[], marks: Mark[], others: Span[] = []): Run[] {
  const near = claims.filter((c) => c.evidence.start < block.end && block.start < c.evidence.end);
  const inside = (n: number) => n > block.start && n < block.end;
  const borders = [...near.map((c) => c.evidence), ...marks, ...others].flatMap((s) => [s.start, s.end]).filter(inside);
  const cuts = [...new Set([block.start, ...borders, block.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    return {
      text: letters.slice(start, end),
      start,
      claims: near.filter((c) => c.evidence.start <= start && end <= c.evidence.end).map((c) => c.id),
      part: marks.find((m) => m.start <= start && end <= m.end)?.part,
    };
  });
}

/** Blocks as they are shown: paragraphs of article text, and stretches of furniture or comments that fold away. */
export type Section = { kind: 'text'; blocks: Block[] } | { kind: 'furniture'; blocks: Block[] } | { kind: 'comments'; blocks: Block[] };

const furniture = new Set(['furniture', 'advert']);
const inline = new Set(['body', 'crossref', 'quote']);

export function sectionsOf(view: DocumentView, letters: Letters): Section[] {
  const sections: Section[] = [];
  let thread = false;
  for (const [i, block] of view.blocks.entries()) {
    thread = isThread(view.blocks, i, thread);
    const kind = furniture.has(block.role) ? 'furniture' : thread ? 'comments' : 'text';
    const last = sections.at(-1);
    if (last?.kind === kind && (kind !== 'text' || sameParagraph(last.blocks, block, letters))) {
      last.blocks.push(block);
    } else {
      sections.push({ kind, blocks: [block] });
    }
  }

  return sections;
}

/** The header line of a comment belongs to the thread, so a byline or dateline just before a comment does too. */
function isThread(blocks: Block[], i: number, before: boolean): boolean {
  const block = blocks[i]!;
  if (block.role === 'comment') {
    return true;
  }

  const header = block.role === 'byline' || block.role === 'dateline';
  if (!header && !furniture.has(block.role)) {
    return before && block.author !== undefined;
  }

  const next = blocks.slice(i + 1, i + 4).find((b) => b.role !== 'byline' && b.role !== 'dateline');
  return header ? next?.role === 'comment' : before;
}

/** A cross-reference in brackets cuts a paragraph in two blocks: they are shown as the one paragraph that they are. */
function sameParagraph(blocks: Block[], next: Block, letters: Letters): boolean {
  const last = blocks.at(-1)!;
  return inline.has(last.role) && inline.has(next.role) && (last.role === 'crossref' || next.role === 'crossref') && !letters.slice(last.end, next.start).includes('\n');
}
