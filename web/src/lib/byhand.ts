import { Letters } from './text';
import type { ActorName, Claim, DocumentView, Kind, Reading, Span } from './types';

/** The kinds of claim that the web page has a form for. */
export const formKinds = ['event', 'membership', 'position', 'label', 'agreement', 'role', 'figure'] as const satisfies Kind[];

export type FormKind = (typeof formKinds)[number];

/** Who takes part in a claim of each kind: the member of the contract, how it is asked for, and whether it is one alone. */
export const roles: Record<FormKind, { part: string; label: string; one: boolean }[]> = {
  event: [
    { part: 'actors', label: 'Who did it', one: false },
    { part: 'recipients', label: 'To or with whom', one: false },
  ],
  membership: [
    { part: 'actor', label: 'Who', one: true },
    { part: 'organisation', label: 'Of which organisation', one: true },
  ],
  position: [{ part: 'holder', label: 'Who holds it', one: true }],
  label: [
    { part: 'about', label: 'Who is called so', one: false },
    { part: 'by', label: 'Who calls them so', one: false },
  ],
  agreement: [{ part: 'parties', label: 'Between whom', one: false }],
  role: [{ part: 'person', label: 'Who', one: true }],
  figure: [{ part: 'whose', label: 'Whose', one: false }],
};

/** What a person has said of a claim that is added. */
export interface ByHand {
  kind: FormKind;
  /** PLOVER type, standing, stance or state. */
  type: string;
  mode: string;
  reading: Reading;
  /** The proposition, the words of a label, the name of an agreement, the office, or what a figure measures. */
  words: string;
  /** Of a figure: the words of the number, its value and its unit. */
  number: string;
  value: string;
  unit: string;
  who: Record<string, ActorName[]>;
}

/** The claim as the coded document has it (entente.coded/1), with offsets from the beginning of the words that say it. */
export function coded(said: ByHand, view: DocumentView, place: Span): unknown {
  const whole = { start: 0, end: place.end - place.start };
  const party = ({ id, name, kind, country }: ActorName) => {
    // Where the words name it; else all of them stand for it
    const mention = view.mentions.find((m) => m.id === id && place.start <= m.start && m.end <= place.end);
    return { ...(mention ? { start: mention.start - place.start, end: mention.end - place.start } : whole), id, name, kind, ...(country ? { country } : {}) };
  };
  const parties: Record<string, unknown> = {};
  for (const { part, one } of roles[said.kind]) {
    const all = (said.who[part] ?? []).map(party);
    if (!one || all.length > 0) {
      parties[part] = one ? all[0] : all;
    }
  }

  return {
    kind: said.kind,
    [said.kind]: { ...parties, ...body(said, view, place, whole) },
    factuality: { certainty: said.reading === 'asserted' || said.reading === 'planned' ? 'CT' : 'U', polarity: '+', readings: [said.reading] },
    confidence: 1,
    evidence: whole,
  };
}

function body(said: ByHand, view: DocumentView, place: Span, whole: Span): Record<string, unknown> {
  switch (said.kind) {
    case 'event':
      return { type: said.type, ...(said.mode ? { mode: said.mode } : {}), trigger: whole };
    case 'membership':
      return { standing: said.type };
    case 'position':
      return { proposition: said.words, stance: said.type };
    case 'label':
      return { words: said.words };
    case 'agreement':
      return { name: said.words, contexts: [], ...(said.type ? { state: said.type } : {}) };
    case 'role':
      return { office: said.words };
    case 'figure': {
      const at = placesOf(new Letters(view.text).slice(place.start, place.end), said.number)[0] ?? whole;
      return { ...at, value: Number(said.value), change: '=', ...(said.unit ? { unit: said.unit } : {}), ...(said.words ? { of: said.words } : {}) };
    }
  }
}

/** All places where words stand in a text, white space of any length between them, in code points. */
export function placesOf(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) {
    return [];
  }

  const pattern = new RegExp(parts.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'g');
  return [...text.matchAll(pattern)].map((m) => {
    const start = Array.from(text.slice(0, m.index)).length;
    return { start, end: start + Array.from(m[0]).length };
  });
}

/** The actors of a page, those that some words name first. */
export function nearOf(view: DocumentView, place: Span | undefined): ActorName[] {
  const first = view.mentions.filter((m) => place && m.start < place.end && place.start < m.end);
  return [...new Map([...first, ...view.mentions].map(({ id, name, kind, country }) => [id, { id, name, kind, ...(country ? { country } : {}) }])).values()];
}

/** What a new claim is like until somebody says otherwise: as the claim that is looked at, or an event. */
export const blank = (claim: Claim | undefined): ByHand => ({
  kind: formKinds.find((k) => k === claim?.kind) ?? 'event', type: '', mode: '', reading: 'asserted', words: '', number: '', value: '', unit: '', who: {},
});
