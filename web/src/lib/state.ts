import { isConflict, quadOf, statusOf, type Status } from './quad';
import { days, period, yearOf } from './time';
import { amount, moved, plural, typeText } from './words';
import type { Claim, RelationState, StateItem, Voice } from './types';

export const titles: Record<string, string> = {
  labels: 'What it is called',
  agreements: 'Agreements',
  memberships: 'Memberships',
  figures: 'Figures',
  counts: 'How often',
  meetings: 'Meetings',
  plans: 'Plans',
  acts: 'Other acts',
  positions: 'Positions held',
  disputes: 'Disputes',
  allegations: 'Allegations',
  offices: 'Offices',
};

/** Sections whose items stand in groups by how they stand. */
export const grouped = new Set(['agreements', 'plans', 'memberships']);

const verbs: Record<string, string> = {
  asserts: 'said by',
  denies: 'denied by',
  'says not': 'told as not so by',
  plans: 'told as planned by',
  supposes: 'supposed by',
  rumours: 'told as rumour by',
  infers: 'inferred by',
  holds: 'as the view of',
  for: 'for:',
  against: 'against:',
  unsure: 'unsure:',
};

export const verb = (says: string) => verbs[says] ?? says;

const order = Object.keys(verbs);

const sayings: Record<Status, string> = { told: 'asserts', denied: 'denies', planned: 'plans', hypothetical: 'supposes', rumoured: 'rumours', inferred: 'infers' };

/** Who says what by a claim: its holder or user, the origin of its chain, or the article. */
export function voiceOf(claim: Claim): Voice {
  const own = [...new Set(claim.parties.filter((p) => p.part === 'holder' || p.part === 'by').map((p) => p.name))];
  const origin = claim.chain.at(-1);
  const who = own.length > 0 ? own.join(', ') : origin && origin.kind !== 'publisher' ? origin.name : claim.publisher ? `${claim.publisher} (the article)` : 'the article';
  return { who, says: claim.kind === 'position' ? (claim.type ?? 'holds') : claim.factuality.readings.includes('opinion') && statusOf(claim) === 'inferred' ? 'holds' : sayings[statusOf(claim)], claim };
}

/** Who says the same of a thing, in the order: said, denied, planned, the rest. */
export interface Side {
  says: string;
  who: string[];
  voices: Voice[];
}

export const sidesOf = (voices: Voice[]): Side[] =>
  [...Map.groupBy(voices, (v) => v.says)]
    .map(([says, list]) => ({ says, who: [...new Set(list.map((v) => v.who))], voices: list }))
    .sort((a, b) => order.indexOf(a.says) - order.indexOf(b.says));

/** The one in the wording of a list: "said by A, B and 3 others". */
export function whoText(side: Side, most = 4): string {
  const [named, rest] = [side.who.slice(0, most), side.who.length - most];
  return `${verb(side.says)} ${named.join(', ')}${rest > 0 ? ` and ${rest} other${rest > 1 ? 's' : ''}` : ''}`;
}

/** What it is, as a heading; and the kind of act beside it. */
export function headOf(item: StateItem): { words: string; tag: string } {
  const claim = leadOf(item);
  if (claim.kind === 'figure' && claim.figure) {
    const values = [...new Set(item.voices.map((v) => amount(v.claim.figure?.value, v.claim.figure?.unit, v.claim.figure && moved(v.claim.figure))))];
    const of = claim.figure.of ?? 'what is measured is not named';
    const time = claim.figure.period?.includes('/') && claim.time ? days(claim.time, true) : claim.figure.period && period(claim.figure.period);
    return { words: `${/^[A-Z][a-z]+$/.test(of) ? of.toLowerCase() : of}: ${values.join(' | ')}${time ? ` (${time})` : ''}`, tag: '' };
  }

  if (claim.kind === 'position') {
    return { words: claim.statement ?? item.words, tag: '' };
  }

  // of an act the names stand before the type, which is told in words
  const cut = claim.kind === 'event' && claim.type ? item.words.indexOf(': ' + claim.type) : -1;
  return cut > 0 ? { words: item.words.slice(0, cut), tag: typeText(claim) } : { words: item.words, tag: '' };
}

/** The claim that is shown for all: the surest of those that do not deny it. */
export const leadOf = (item: StateItem): Claim =>
  item.voices.map((v) => v.claim).reduce((best, c) => ((statusOf(c) === 'denied' ? 0 : 1 + c.confidence) > (statusOf(best) === 'denied' ? 0 : 1 + best.confidence) ? c : best));

/** How its mark is drawn: as the plainest of its claims tells it; denied only where nobody says otherwise. */
export function markOf(item: StateItem): Status {
  const told = new Set(item.voices.map((v) => (v.claim.kind === 'position' ? 'told' : statusOf(v.claim))));
  const plain: Status[] = ['told', 'planned', 'inferred', 'rumoured', 'hypothetical', 'denied'];
  const first = plain.find((s) => told.has(s)) ?? 'told';
  return first === 'told' && ['planned', 'in talks', 'proposed'].includes(item.standing ?? '') ? 'planned' : first;
}

/** The side of the relationship that colours its mark; none for what is no act. */
export const quadOfItem = (item: StateItem) => (leadOf(item).kind === 'event' ? quadOf(leadOf(item).type) : undefined);

export const isHostile = (item: StateItem) => leadOf(item).kind === 'event' && isConflict(leadOf(item).type);

export const documentsOf = (item: StateItem) => new Set(item.voices.map((v) => v.claim.document)).size;

/** How many say so, as far as they can be told apart: copies and pages that name nobody are counted for themselves. */
export function countText(item: StateItem): string {
  const [n, whole] = [documentsOf(item), item.support];
  if (!whole || whole.documents !== n) {
    return whole && whole.documents > n ? `${n} of ${plural(whole.documents, 'document')}` : plural(n, 'document');
  }

  const parts = [plural(n, 'document'), whole.named.length > 0 && plural(whole.named.length, 'named origin'), whole.copied > 0 && `${whole.copied} copied`, whole.unknown > 0 && `${whole.unknown} naming nobody`];
  return parts.filter(Boolean).join(', ');
}

/** Claims of an item that say of a person that he did wrong: never shown without who says so. */
export const allegedOf = (item: StateItem) => item.voices.map((v) => v.claim).filter((c) => c.allegation);

/** A year on the slider, and how many claims are about it alone. */
export interface Stop {
  year: string;
  claims: number;
}

/** The years that something is said of, in order. */
export function stopsOf(state: RelationState): Stop[] {
  const years = new Map<string, number>();
  const claims = new Map(state.sections.flatMap((s) => s.items).flatMap((i) => i.voices).map((v) => [v.claim.id, v]));
  for (const { claim, published } of claims.values()) {
    const time = claim.time ?? published;
    const ends = new Set([time?.earliest, time?.latest].filter((d) => d !== undefined).map((d) => String(yearOf(d!))));
    ends.forEach((year) => years.set(year, (years.get(year) ?? 0) + (ends.size === 1 ? 1 : 0.5)));
  }

  return [...years].map(([year, n]) => ({ year, claims: Math.ceil(n) })).sort((a, b) => a.year.localeCompare(b.year));
}

/** Sources that can be chosen, as the question takes them, with what to call them. */
export function sourcesOf(state: RelationState): { group: string; list: [string, string][] }[] {
  const claims = state.sections.flatMap((s) => s.items).flatMap((i) => i.voices).map((v) => v.claim);
  const names = (list: (string | undefined)[]) => [...Map.groupBy(list.filter((n): n is string => !!n && !n.includes(',')), (n) => n)].sort((a, b) => b[1].length - a[1].length).map(([n]) => n);
  const publishers = names(claims.map((c) => c.publisher)).slice(0, 40);
  const origins = names(claims.map((c) => c.chain.at(-1)).map((l) => (l && l.kind !== 'publisher' && l.name.length > 3 ? l.name : undefined))).slice(0, 40);
  const sides: [string, string][] = [[state.a, state.nameA], [state.b, state.nameB]];
  return [
    { group: 'Sides', list: sides.flatMap(([id, name]): [string, string][] => (/^[A-Z]{3}$/.test(id) ? [[id, `voices of ${name}`], [`outlet:${id}`, `outlets of ${name}`]] : [])) },
    { group: 'Kinds of outlets', list: [['outlet:org:nato', 'outlets of NATO countries'], ['outlet:state', 'outlets under a state']] as [string, string][] },
    { group: 'Publishers', list: publishers.map((n): [string, string] => [`outlet:${n}`, n]) },
    { group: 'Who is cited', list: origins.map((n): [string, string] => [n, n]) },
  ].filter((g) => g.list.length > 0);
}

/** What of a section only one of two states has, what stands otherwise in the other, and how much is the same. */
export interface Change {
  section: string;
  left: StateItem[];
  both: [StateItem, StateItem][];
  right: StateItem[];
  alike: number;
}

export function difference(one: RelationState, other: RelationState): Change[] {
  const names = [...new Set([...one.sections, ...other.sections].map((s) => s.name))].sort((a, b) => Object.keys(titles).indexOf(a) - Object.keys(titles).indexOf(b));
  const itemsOf = (state: RelationState, name: string) => state.sections.find((s) => s.name === name)?.items ?? [];
  return names.map((section) => {
    const others = new Map(itemsOf(other, section).map((i) => [i.matter, i]));
    const shared = itemsOf(one, section).flatMap((i): [StateItem, StateItem][] => (others.has(i.matter) ? [[i, others.get(i.matter)!]] : []));
    const left = itemsOf(one, section).filter((i) => !others.has(i.matter));
    shared.forEach(([i]) => others.delete(i.matter));
    const both = shared.filter(([a, b]) => a.standing !== b.standing);
    return { section, left, both, right: [...others.values()], alike: shared.length - both.length };
  });
}

/** Codes in the place of a country for bodies that have none. */
const stateless = new Set(['IGO', 'NGO', 'IMG', 'ISM', 'MNC']);

/** Two sides that claims are about: countries, and organisations by their id, with what to call them. */
export function sideLinks(claims: Claim[]): [[string, string], [string, string]] | undefined {
  const sides = claims.flatMap((c) => c.parties).flatMap((p): [string, string][] => (p.country && !stateless.has(p.country) ? [[p.country, p.country]] : p.kind === 'organisation' ? [[p.id, p.name]] : []));
  const [one, other] = [...new Map(sides)];
  return one && other ? [one, other] : undefined;
}
