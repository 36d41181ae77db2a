import { amount, moved, plural } from './words';
import type { Claim } from './types';

/** Figures that measure the same for the same period in the same unit: their values side by side. */
export interface Measure {
  name: string;
  period: string | undefined;
  values: Value[];
}

export interface Value {
  text: string;
  claims: Claim[];
  documents: number;
  /** What the documents come to: sentences that are the same word for word are one telling, however often they are printed. */
  standing: string;
}

/** Measures in order of period, those with several values first among equals. */
export function measuresOf(claims: Claim[]): Measure[] {
  const figures = claims.filter((c) => c.kind === 'figure' && c.figure);
  const groups = Map.groupBy(figures, (c) => [head(c.figure!.of), c.figure!.period ?? '', c.figure!.unit ?? '', isChange(c) ? 'change' : ''].join('|'));
  return [...groups.values()]
    .map((group) => ({ name: nameOf(group), period: group[0]!.figure!.period, values: valuesOf(group) }))
    .sort((a, b) => (a.period ?? '9').localeCompare(b.period ?? '9') || b.values.length - a.values.length);
}

const isChange = (c: Claim) => ['up', 'down'].includes(moved(c.figure!) ?? '');

/** The longest wording that is still short: "trade between the two countries" rather than "trade". */
function nameOf(group: Claim[]): string {
  const names = group.map((c) => c.figure!.of ?? '').filter((n) => n.length < 60);
  const name = names.reduce((best, n) => (n.length > best.length ? n : best), '') || 'what is measured is not named';
  const plain = /^[A-Z][a-z]+$/.test(name) ? name.toLowerCase() : name;
  return isChange(group[0]!) ? 'change of ' + plain : plain;
}

/** "China's trade with Russia" → "trade": the word that the rest hangs on. */
function head(of: string | undefined): string {
  const words = (of ?? '').toLowerCase().split(/\s+/);
  const stop = words.findIndex((w) => ['with', 'to', 'from', 'of', 'between', 'in', 'for', 'on', 'by'].includes(w));
  return words.slice(0, stop > 0 ? stop : undefined).at(-1) ?? '';
}

function valuesOf(group: Claim[]): Value[] {
  const byValue = Map.groupBy(group, (c) => amount(c.figure!.value, c.figure!.unit, moved(c.figure!)));
  return [...byValue]
    .map(([text, claims]) => {
      const documents = new Set(claims.map((c) => c.document)).size;
      return { text, claims, documents, standing: documents > 1 ? standing(claims, documents) : '' };
    })
    .sort((a, b) => b.documents - a.documents);
}

function standing(claims: Claim[], documents: number): string {
  const tellings = [...Map.groupBy(claims, (c) => c.quote.replace(/\s+/g, ' ').trim()).values()].map((same) => same[0]!);
  if (tellings.length === 1) {
    return `${documents} documents, word for word the same: one origin at most`;
  }

  const named = new Set(tellings.map((c) => c.chain.at(-1)?.name).filter((n) => n !== undefined));
  return `${documents} documents, ${plural(named.size, 'named origin')}`;
}
