import { isConflict, statusOf, type Status } from './quad';
import { MS_DAY, ms } from './time';
import type { Claim, EventRow } from './types';

/** An event of the timeline: the claims that report it, and the one that stands for them. */
export interface Told {
  id: string;
  claim: Claim;
  claims: Claim[];
  row: EventRow | undefined;
  status: Status;
  conflict: boolean;
  /** Those of its claims that say of a person that he did wrong. */
  alleged: Claim[];
}

/** Claims of events, those that report the same one together, in order of time; the undated last. */
export function eventsOf(claims: Claim[], rows: EventRow[]): Told[] {
  const byId = new Map(rows.map((r) => [r.id, r]));
  const groups = Map.groupBy(
    claims.filter((c) => c.kind === 'event'),
    (c) => c.event ?? c.id,
  );
  const told = [...groups].map(([id, mentions]) => {
    const row = byId.get(id);
    const claim = mentions.find((c) => c.id === row?.claim) ?? mentions.reduce((best, c) => (c.confidence > best.confidence ? c : best));
    return { id, claim, claims: mentions, row, status: statusOf(claim), conflict: isConflict(claim.type), alleged: mentions.filter((c) => c.allegation) };
  });
  return told.sort((a, b) => key(a.claim).localeCompare(key(b.claim)));
}

const key = (c: Claim) => c.time?.earliest ?? c.time?.latest ?? '9999';

/** Where an event is drawn: x from left to right, y from the axis up (cooperation) or down (conflict), bars for what lasts. */
export interface Mark {
  event: Told;
  x: number;
  width: number;
  bar: boolean;
  y: number;
}

/** A stretch of time on a stretch of pixels. */
export class Scale {
  constructor(
    readonly from: number,
    readonly until: number,
    readonly width: number,
  ) {}

  x(time: number): number {
    return ((time - this.from) / (this.until - this.from)) * this.width;
  }

  time(x: number): number {
    return this.from + (x / this.width) * (this.until - this.from);
  }

  /** Ends of the year's grid lines, with months in between when there is room. */
  ticks(): { x: number; label: string; major: boolean }[] {
    const years = (this.until - this.from) / (365.25 * MS_DAY);
    const perYear = this.width / years;
    const step = perYear > 900 ? 1 : perYear > 260 ? 3 : 12;
    const every = perYear >= 44 ? 1 : perYear >= 20 ? 2 : 5;
    const ticks = [];
    for (let year = new Date(this.from).getUTCFullYear(); Date.UTC(year) <= this.until; year++) {
      for (let month = 0; month < 12; month += step) {
        const time = Date.UTC(year, month);
        if (time >= this.from && time < this.until) {
          const major = month === 0;
          ticks.push({ x: this.x(time), label: major ? (year % every === 0 ? String(year) : '') : shortMonth[month]!, major });
        }
      }
    }

    return ticks;
  }
}

const shortMonth = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Pixels from dot to dot: few events are drawn larger than many. */
export const pitchOf = (events: number) => (events <= 150 ? 17 : 13);

/** First and last day of an event in milliseconds; null when it has no date on one of its ends. */
export function spanOf(claim: Claim): { from: number; until: number } | null {
  const { earliest, latest } = claim.time ?? {};
  return earliest && latest ? { from: ms(earliest), until: ms(latest) + MS_DAY } : null;
}

/** Lays the marks of one side out in rows away from the axis, each in the first row where it has room: dots first, then bars outside them. */
export function lay(events: Told[], scale: Scale, pitch: number): Mark[] {
  const marks = events.flatMap((event) => {
    const span = spanOf(event.claim);
    if (!span || span.until < scale.from || span.from > scale.until) {
      return [];
    }

    const x = scale.x(Math.max(span.from, scale.from));
    const width = scale.x(Math.min(span.until, scale.until)) - x;
    const bar = width > 16;
    return [{ event, x: bar ? x : scale.x((span.from + span.until) / 2), width: bar ? width : 0, bar, y: 0 }];
  });
  const dots = marks.filter((m) => !m.bar).sort((a, b) => a.x - b.x);
  const bars = marks.filter((m) => m.bar).sort((a, b) => a.x - b.x);
  stack(dots, pitch);
  rest(bars, dots, scale.width, pitch);
  return [...dots, ...bars];
}

/** Puts each dot into the first row where it has room. */
function stack(dots: Mark[], pitch: number) {
  const ends: number[] = [];
  for (const dot of dots) {
    const free = ends.findIndex((end) => end <= dot.x - pitch / 2);
    const row = free >= 0 ? free : ends.length;
    ends[row] = dot.x + pitch / 2;
    dot.y = (row + 0.75) * pitch;
  }
}

/** Rests each bar on the highest mark below it. */
function rest(bars: Mark[], dots: Mark[], width: number, pitch: number) {
  const heights = new Float64Array(Math.ceil(width) + 1);
  const range = (from: number, to: number) => heights.subarray(Math.max(0, Math.floor(from)), Math.min(heights.length, Math.ceil(to)));
  for (const dot of dots) {
    const under = range(dot.x - pitch / 2, dot.x + pitch / 2);
    under.forEach((h, i) => (under[i] = Math.max(h, dot.y + pitch / 2)));
  }

  for (const bar of bars) {
    const under = range(bar.x + 1, bar.x + bar.width - 1);
    const top = under.reduce((a, b) => Math.max(a, b), 0);
    bar.y = top + 5;
    under.fill(top + 8);
  }
}

/** How many events begin in each bin, for the strip that the range is drawn on. */
export function bins(events: Told[], scale: Scale, size: number): { coop: number; conf: number }[] {
  const result = Array.from({ length: Math.max(1, Math.ceil(scale.width / size)) }, () => ({ coop: 0, conf: 0 }));
  for (const event of events) {
    const span = spanOf(event.claim);
    const bin = span && result[Math.floor(scale.x(span.from) / size)];
    if (bin) {
      bin[event.conflict ? 'conf' : 'coop']++;
    }
  }

  return result;
}

/** The year of a day, as a range of the timeline; null for no day, and where nothing is drawn in that year. */
export function yearRange(events: Told[], on: string): [number, number] | null {
  const year = Number(on.slice(0, 4));
  const [from, until] = [Date.UTC(year), Date.UTC(year + 1)];
  const isDrawn = on !== '' && events.some((e) => {
    const span = spanOf(e.claim);
    return span && span.from < until && span.until > from;
  });
  return isDrawn ? [from, until] : null;
}
