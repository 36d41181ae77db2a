/** What the server answers. Offsets count Unicode code points of the document's text, end exclusive. */

export type Kind = 'event' | 'figure' | 'count' | 'membership' | 'agreement' | 'label' | 'role' | 'position';

export type Reading = 'asserted' | 'planned' | 'hypothetical' | 'inferred' | 'rumoured' | 'denied' | 'opinion';

export interface Span {
  start: number;
  end: number;
}

export interface Problem {
  code: string;
  message: string;
}

export interface Totals {
  record: string;
  pages: number;
  documents: number;
  claims: number;
  events: number;
  actors: number;
  dyads: number;
  claimsByKind: Partial<Record<Kind, number>>;
  /** Code points of all documents, and of those the ones in furniture and adverts. */
  characters: number;
  dropped: number;
  comments: number;
}

export interface Days {
  earliest?: string;
  latest?: string;
  value?: string;
}

export interface DocumentRow {
  id: string;
  page: string;
  paths: string[];
  title?: string;
  publisher?: string;
  uri?: string;
  authors: string[];
  language?: string;
  published?: Days & { basis: string[] };
  characters: number;
  dropped: number;
  /** 0–1: how sure the reader is that this is the article, whole and nothing else. */
  confidence: number;
  comments: number;
  sentences: number;
  claims: number;
  problems: Problem[];
}

export interface Block extends Span {
  role: string;
  reason?: string;
  depth?: number;
  author?: string;
  posted?: string;
  replyTo?: string;
}

export interface Mention extends Span {
  id: string;
  name: string;
  kind: string;
  country?: string;
  role?: string;
  via?: string;
}

export interface DocumentView extends DocumentRow {
  text: string;
  blocks: Block[];
  mentions: Mention[];
  times?: (Span & Days)[];
  claimList: Claim[];
  /** What other coders claim of the document, beside Entente's own. */
  claimsOfOthers: (Claim & { coder: string })[];
  /** What the day of publication rests on, strongest first. */
  datedBy: DateEvidence[];
}

/** A sentence that names two actors and from which nothing was coded. */
export interface Silence extends Span {
  /** The words that might have told of an event. */
  words: UnfitWord[];
}

export interface UnfitWord extends Span {
  words: string;
  /** The row of the lexicon that came nearest. */
  row?: Row;
  /** What was missing. */
  reason: string;
}

/** A row of a table that a claim's rule is, or that came nearest. */
export interface Row {
  id: string;
  table?: string;
  word?: string;
  type?: string;
  example?: string;
}

export interface DateEvidence {
  kind: string;
  bound: string;
  value: string;
  start?: number;
  end?: number;
  why?: string;
  /** What was known from Entente's tables and not from the page. */
  knowledge?: string;
}

export interface Party {
  part: string;
  id: string;
  name: string;
  kind: string;
  country?: string;
  sector?: string;
  words: string;
  via?: string;
  /** The words of the text that its words go back to. */
  antecedent?: string;
}

export interface Link {
  name: string;
  kind: string;
  actor?: string;
  /** The words of the text that make the link. */
  words?: string;
  /** How this source tells it, where it is not plain saying. */
  gives?: string[];
}

export interface Figure {
  value?: number;
  high?: number;
  unit?: string;
  of?: string;
  period?: string;
  change?: string;
  from?: number;
  to?: number;
  record?: string;
}

export interface Allegation {
  against: { id: string; name: string }[];
  /** Who makes it; empty when nobody is named. */
  by: string[];
  /** How it is told: its readings, "not" before them where it is told as not so. */
  status: string;
  denials: Denial[];
}

export interface Denial {
  sentence: string;
  evidence: Span;
  by?: string;
  /** The claim that the denial is coded as. */
  claim?: string;
}

export interface Claim {
  id: string;
  kind: Kind;
  document: string;
  title?: string;
  publisher?: string;
  gist: string;
  quote: string;
  sentence: string;
  evidence: Span;
  trigger?: Span;
  decided: string[];
  type?: string;
  mode?: string;
  contexts: string[];
  parties: Party[];
  time?: Days & { basis?: string };
  factuality: { certainty: 'CT' | 'PR' | 'PS' | 'U'; polarity: '+' | '-'; readings: Reading[] };
  confidence: number;
  chain: Link[];
  /** That it says of persons that they did wrong: never shown without who says so, the chain, how it is told and what denies it. */
  allegation?: Allegation;
  place?: string;
  cameo?: string;
  goldstein?: number;
  figure?: Figure;
  /** Of a label its words, of an agreement its name, of a position the proposition, of a role the office. */
  words?: string;
  /** Of a position: what the proposition says, and the reason given. */
  statement?: string;
  reason?: string;
  rule: string;
  row?: Row;
  event?: string;
  /** Of another coder's claim: where the text seems to tell something else. */
  doubts?: string[];
  /** What people have decided about it. */
  corrections?: { correction: string; what: string; author: string; at: string; overruledBy?: string }[];
}

/** Something worth deciding: a claim, or actors whose names are alike. */
export interface ReviewItem {
  key: string;
  value: number;
  why: string[];
  claim?: Claim;
  actors: ActorRow[];
  /** What a claim of its kind may be of. */
  types: string[];
}

export interface Review {
  /** Who decides; absent where the server only answers questions. */
  by?: string;
  items: ReviewItem[];
}

/** Who decides, and what a decision can choose from. */
export interface Desk {
  /** Absent where the server only answers questions. */
  by?: string;
  /** What claims of a kind may be of. */
  types: Partial<Record<Kind, string[]>>;
  /** The modes of types of events. */
  modes: Record<string, string[]>;
  actorKinds: string[];
  readings: Reading[];
}

/** What is asked to be decided; with preview it is only told what would change. */
export interface Decision {
  what: 'confirm' | 'reject' | 'retype' | 'date' | 'merge' | 'split' | 'rename' | 'apart' | 'add' | 'adopt' | 'undo';
  claims?: string[];
  actors?: string[];
  actor?: string;
  /** Whom words mean: an actor of the record, or with a name and a kind a new one. */
  into?: { id?: string; name?: string; kind?: string; country?: string };
  document?: string;
  called?: string;
  start?: number;
  end?: number;
  /** A claim that is added, as the coded document has it, with offsets from its words. */
  claim?: unknown;
  name?: string;
  kind?: string;
  country?: string;
  type?: string;
  mode?: string;
  when?: string;
  correction?: string;
  note?: string;
  preview?: boolean;
}

export interface Decided {
  id: string;
  what: string;
  by: string;
  written: boolean;
  claims: ChangedClaim[];
  mentions: number;
  documents: number;
}

export interface ChangedClaim {
  claim: string;
  document: string;
  quote: string;
  before?: Sketch;
  after?: Sketch;
  /** That it says of a person that he did wrong. */
  isAllegation?: boolean;
}

/** What a claim says, in short. */
export interface Sketch {
  gist: string;
  time?: string;
  parties: string[];
}

/** An entry of the log of corrections. */
export interface LogEntry {
  id: string;
  what: string;
  by: string;
  at: string;
  state: 'holds' | 'orphaned' | 'overruled' | 'waits' | 'undone' | 'undoes';
  told: string;
  note?: string;
  document?: string;
  claims: number;
  documents: number;
  orphans: { n: number; page: string; quote: string; reason: string }[];
  overruledBy?: string[];
}

/** An actor with where and how pages name it, and what they claim of it. */
export interface ActorView extends ActorRow {
  sector?: string;
  names: { words: string; count: number }[];
  places: { document: string; title?: string; publisher?: string; mentions: number; words: string[] }[];
  claimList: Claim[];
}

export interface EventRow {
  id: string;
  type: string;
  mode?: string;
  status: string;
  time?: Days;
  mentions: number;
  documents: number;
  originsNamed: number;
  originsCopied: number;
  originsUnknown: number;
  denials: number;
  claim: string;
  happened: string[];
  /** Those of its mentions that say of a person that he did wrong. */
  allegations: Claim[];
}

export interface DyadRow {
  a: string;
  b: string;
  nameA: string;
  nameB: string;
  claims: number;
  events: number;
  documents: number;
  origins: number;
  first?: string;
  last?: string;
  goldstein?: number;
}

export interface DyadView extends DyadRow {
  timeline: Claim[];
  eventList: EventRow[];
}

/** Who somebody is. */
export interface ActorName {
  id: string;
  name: string;
  kind: string;
  country?: string;
}

export interface ActorRow extends ActorName {
  documents: number;
  mentions: number;
  claims: number;
  roles: string[];
}

export interface Found {
  document: string;
  title?: string;
  publisher?: string;
  sentence: string;
  snippet: string;
  claims: string[];
  /** Those of its claims that say of a person that he did wrong. */
  allegations: Claim[];
}

/** The state of a relationship: on a day, as known by a day, according to chosen sources. */
export interface RelationState {
  a: string;
  b: string;
  nameA: string;
  nameB: string;
  documents: number;
  sections: StateSection[];
  on?: string;
  since?: string;
  knownBy?: string;
  accordingTo: string[];
  /** Documents that nothing dates, left out where it is asked what was known by a day. */
  undated: number;
}

export interface StateSection {
  name: string;
  items: StateItem[];
}

/** One thing that a state holds, how it stands, and who says what of it. */
export interface StateItem {
  matter: string;
  words: string;
  standing?: string;
  note?: string;
  time?: Days;
  /** Of the whole matter, whatever the state leaves out of it. */
  support?: Support;
  voices: Voice[];
}

export interface Voice {
  who: string;
  says: string;
  published?: Days;
  claim: Claim;
}

/** What several claims are about, with all of them and who says so. */
export interface Matter {
  id: string;
  kind: Kind;
  words: string;
  time?: Days;
  support: Support;
  claims: Claim[];
  agreement?: string;
  plan: boolean;
  outcomes: { event: string; what: string; claim: Claim }[];
  disagreements: { id: string; about: string; one: Claim; other: Claim }[];
}

/** Who says so, counted: named origins, documents that copy another's wording, and documents that name nobody. */
export interface Support {
  documents: number;
  named: string[];
  copied: number;
  unknown: number;
  /** The same in words. */
  words: string;
}
