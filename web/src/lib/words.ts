import type { Allegation, ChangedClaim, Claim, DateEvidence, Kind, Link, Sketch } from './types';

export const kinds: Record<Kind, { one: string; many: string }> = {
  event: { one: 'event', many: 'events' },
  figure: { one: 'figure', many: 'figures' },
  count: { one: 'count', many: 'counts' },
  membership: { one: 'membership', many: 'memberships' },
  agreement: { one: 'agreement', many: 'agreements' },
  label: { one: 'label', many: 'labels' },
  role: { one: 'role', many: 'roles' },
  position: { one: 'position', many: 'positions' },
};

export const kindOrder: Kind[] = ['event', 'figure', 'count', 'membership', 'agreement', 'label', 'role', 'position'];

export const certainties = { CT: 'certain', PR: 'probable', PS: 'possible', U: 'left open' } as const;

export const readings: Record<string, string> = {
  asserted: 'told as having happened or being so',
  planned: 'announced, agreed or expected for later',
  hypothetical: 'may, could or would happen; asked for; hangs on a condition',
  inferred: 'concluded or guessed by the speaker',
  rumoured: 'told as others’ rumour or unproven allegation',
  denied: 'a party says that it is not so',
  opinion: 'a judgement or prediction of the writer or a speaker',
};

const timeBases: Record<string, string> = {
  stated: 'the text gives the date',
  relative: 'reckoned from words such as “last week”',
  era: 'a named time, days from the tables',
  elsewhere: 'another sentence dates the same act',
  published: 'fallback: the day of publication, because nothing else is said',
  tense: 'from the tense alone',
};

export const timeBasis = (basis: string | undefined) => (basis ? (timeBases[basis] ?? basis) : 'nothing tells');

const publishedBases: Record<string, string> = {
  given: 'given by you',
  jsonld: 'page metadata',
  meta: 'page metadata',
  time: 'time element',
  url: 'address',
  dateline: 'dateline',
  byline: 'byline',
  comment: 'comments',
  crossref: 'cross-references',
  captured: 'day it was saved',
  text: 'the text',
  feed: 'the feed',
  weekday: 'weekdays in the text',
  ahead: 'what the text tells as still to come',
  anniversary: 'an anniversary',
  since: 'how long ago it puts an event',
  meeting: 'a meeting it tells of',
  office: 'holders of offices',
  sibling: 'its neighbours on the page',
};

const bounds: Record<string, string> = { on: '', 'not-after': 'not after ', 'not-before': 'not before ' };

/** The days that a piece of evidence leaves, in words. */
export const bound = (e: DateEvidence) => {
  const [earliest, latest = earliest] = e.value.split('/');
  return (bounds[e.bound] ?? '') + (e.bound === 'not-after' ? latest : e.bound === 'not-before' ? earliest : e.value.replace('/', ' to '));
};

export const publishedBasis = (bases: string[]) => [...new Set(bases.map((b) => publishedBases[b] ?? b))].join(', ');

const links: Record<string, string> = {
  demonym: 'named by nationality',
  capital: 'named by its capital',
  office: 'named by office',
  surname: 'named by surname',
  acronym: 'named by its initials',
  pronoun: 'named by a pronoun',
  both: 'the two named before',
  title: 'named by the post given before',
  counterpart: 'holds the same office there',
  outlet: 'the outlet named before',
  noun: 'named by a noun',
  relative: 'the one just named',
  speaker: 'the speaker of the quotation',
};

/** How the words of a text were linked to an actor; empty for a plain name. */
export const linkText = (via: string | undefined) => (via && via !== 'name' ? (links[via] ?? 'linked by ' + via) : '');

const rules: Record<string, string> = {
  'role:title': 'an office before the name',
  'role:apposition': 'an office beside the name',
  'label:phrase': 'words that name the relationship',
  'label:quoted': 'words in quotation marks that name the relationship',
  'count.ordinal': 'an ordinal before what is counted',
  'count.times': 'so many times',
  'count.parties': 'a number of parties',
  'figure.counted': 'a number of what is measured',
  'figure.measure-before': 'what is measured stands before the number',
  'figure.measure-after': 'what is measured stands after the number',
  'figure.measure-verb': 'a verb tells what is measured',
};

/** What a rule that is no row of a table looks for. */
export const ruleText = (rule: string) => rules[rule] ?? '';

export const parts: Record<string, string> = {
  actor: 'who',
  recipient: 'to or with whom',
  whose: 'whose',
  party: 'party',
  about: 'about',
  member: 'who',
  organisation: 'of what',
  holder: 'who holds it',
  person: 'who',
};

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export const count = (n: number) => number.format(n);

export const percent = (share: number) => Math.round(share * 100) + ' %';

export const plural = (n: number, one: string, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;

const symbols: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', CNY: '¥' };

/** "$190 billion", "+19.8 %", "50 m³/a": the number as a person writes it. */
export function amount(value: number | undefined, unit: string | undefined, change?: string): string {
  if (value === undefined) {
    return 'some' + (unit ? ' ' + unit : '');
  }

  const sign = change === 'up' ? '+' : change === 'down' ? '−' : change === '~' ? '≈ ' : change === '>' || change === '<' ? change + ' ' : '';
  const money = unit ? symbols[unit] : undefined;
  const size = Math.abs(value);
  const short = size >= 1e12 ? count(value / 1e12) + ' trillion' : size >= 1e9 ? count(value / 1e9) + ' billion' : size >= 1e6 ? count(value / 1e6) + ' million' : count(value);
  return sign + (money ? money + short : short + (unit ? ' ' + unit : ''));
}

/** How a figure is told to have moved, where its value is the move: what rose to a level is shown as that level. */
export const moved = (f: { value?: number; to?: number; change?: string }) => (f.to !== undefined && f.to === f.value ? undefined : f.change);

export const chainText = (chain: Link[]) => chain.map((l) => l.name).join(' → ');

export const origin = (claim: Claim) => claim.chain.at(-1)?.name ?? 'origin not named';

/** Who denies, as a text names him, within a sentence: "His lawyer" is "his lawyer". */
export const denier = (by: string) => by.replace(/^(His|Her|Their|He|She|They|An?|The)\b/, (word) => word.toLowerCase());

/** Of an allegation in one line: against whom, who makes it, by which chain, how it is told, who denies it; empty for other claims. */
export function allegedText(claim: Claim): string {
  const allegation = claim.allegation;
  if (!allegation) {
    return '';
  }

  const deniers = [...new Set(allegation.denials.map((d) => (d.by ? denier(d.by) : 'a sentence of the document')))];
  return `alleged ${againstText(allegation)}; says ${chainText(claim.chain) || 'the article'}; told as ${allegation.status}; ${deniers.length > 0 ? `denied by ${deniers.join(', ')}` : 'no denial found in the document'}`;
}

/** "against Anna Berg, by Prosecutors". */
export const againstText = (a: Allegation) => `against ${a.against.map((p) => p.name).join(', ')}, by ${a.by.length > 0 ? a.by.join(', ') : 'nobody named'}`;

export const documentName = (d: { id?: string; document?: string; title?: string | undefined; paths?: string[] }) => d.title ?? d.paths?.[0] ?? (d.id ?? d.document ?? '').slice(0, 16);

/** "AGREE" → "agree"; a type beside its mode for a list. */
export const typeText = (claim: Claim) => [claim.type?.toLowerCase(), claim.mode?.replaceAll('_', ' ')].filter(Boolean).join(' · ');

/** "CONSULT.visit" → "consult · visit"; a mode that is taken from what is told has no name of its own. */
export const frameType = (type: string) => type.split('.').filter((part) => part !== 'content').map((part) => part.toLowerCase().replaceAll('_', ' ')).join(' · ');

export const contextText = (context: string) => context.replaceAll('_', ' ');

const languages = new Intl.DisplayNames('en', { type: 'language' });

export function language(code: string | undefined): string {
  try {
    return code ? (languages.of(code) ?? code) : 'language not told';
  } catch {
    return code ?? '';
  }
}

/** What people decided about a claim, as the log of corrections has it. */
export const decided: Record<string, string> = {
  merge: 'an actor merged',
  split: 'an actor told apart',
  rename: 'an actor renamed',
  retype: 'of another type',
  reject: 'rejected',
  confirm: 'confirmed',
  date: 'dated',
  add: 'added by hand',
  judge: 'judged',
  apart: 'kept apart',
};

/** What becomes of a claim by a decision, in one line. */
export function changeText({ before, after }: ChangedClaim): string {
  const day = (sketch: Sketch) => sketch.time ?? 'no day';
  if (!before) {
    return after ? `new: ${after.gist}${after.time ? ', ' + after.time : ''}` : '';
  }

  if (!after) {
    return `no more: ${before.gist}`;
  }

  if (before.gist !== after.gist) {
    return `${before.gist} → ${after.gist}`;
  }

  const changed = (from: Sketch, other: Sketch) => from.parties.filter((p) => !other.parties.includes(p)).join(', ');
  return `${before.gist}: ` + (before.time !== after.time ? `${day(before)} → ${day(after)}` : `${changed(before, after)} → ${changed(after, before)}`);
}
