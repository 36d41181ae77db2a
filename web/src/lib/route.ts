import { askedOf, wordsOf, type Asked } from './asked';
import type { Span } from './types';

/** What of a dyad is looked at: a state, the difference of two, or all claims. */
export interface Look {
  asked: Asked;
  against: Asked | undefined;
  claims: boolean;
}

/** The screens, as the part of the address after "#". */
export type Route =
  | { screen: 'home' }
  | { screen: 'dyads' }
  | { screen: 'dyad'; a: string; b: string; look: Look }
  | { screen: 'matter'; id: string }
  | { screen: 'document'; id: string; claim: string | undefined; sentence: string | undefined; span: Span | undefined; silence: number | undefined }
  | { screen: 'claim'; id: string }
  | { screen: 'documents' }
  | { screen: 'actors' }
  | { screen: 'actor'; id: string }
  | { screen: 'log' }
  | { screen: 'review' }
  | { screen: 'search'; words: string }
  | { screen: 'nowhere' };

export function parse(hash: string): Route {
  const [path, query] = /^#\/dyads\//.test(hash) ? hash.split('?', 2) : [hash];
  const parts = path!.replace(/^#\/?/, '').split('/').map(decode);
  const [screen, one, two] = parts;
  switch (screen) {
    case '':
    case undefined:
      return { screen: 'home' };
    case 'dyads':
      return one && two ? { screen: 'dyad', a: one, b: two, look: lookOf(query ?? '') } : { screen: 'dyads' };
    case 'documents':
      return one ? { screen: 'document', id: one, ...within(two) } : { screen: 'documents' };
    case 'claims':
      return one ? { screen: 'claim', id: one } : { screen: 'nowhere' };
    case 'matters':
      return one ? { screen: 'matter', id: one } : { screen: 'nowhere' };
    case 'actors':
      return one ? { screen: 'actor', id: one } : { screen: 'actors' };
    case 'corrections':
      return { screen: 'log' };
    case 'review':
      return { screen: 'review' };
    case 'search':
      return { screen: 'search', words: one ?? '' };
    default:
      return { screen: 'nowhere' };
  }
}

function lookOf(query: string): Look {
  const values = new URLSearchParams(query);
  const other = ['vs', 'vs.knownBy', 'vs.accordingTo'].some((name) => values.has(name));
  return { asked: askedOf(values, 'on', ''), against: other ? askedOf(values, 'vs', 'vs.') : undefined, claims: values.get('show') === 'claims' };
}

/** What of a document is chosen: a claim by its id, "~" and a sentence's words, "@" and where a stretch begins and ends, or "!" and where a sentence begins from which nothing was coded. */
function within(what: string | undefined) {
  const mark = what?.[0];
  const span = /^@(\d+)-(\d+)$/.exec(what ?? '');
  return {
    claim: mark === '~' || mark === '!' || mark === '@' ? undefined : what,
    sentence: mark === '~' ? what?.slice(1) : undefined,
    span: span ? { start: Number(span[1]), end: Number(span[2]) } : undefined,
    silence: mark === '!' && /^!\d+$/.test(what!) ? Number(what!.slice(1)) : undefined,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const part = encodeURIComponent;

export const to = {
  home: '#/',
  dyads: '#/dyads',
  dyad: (a: string, b: string, look: Partial<Look> = {}) => {
    const words = [look.asked ? wordsOf(look.asked, 'on', '') : '', look.against ? wordsOf(look.against, 'vs', 'vs.', 'all') : '', look.claims ? 'show=claims' : ''].filter(Boolean);
    return `#/dyads/${part(a)}/${part(b)}` + (words.length > 0 ? '?' + words.join('&') : '');
  },
  matter: (id: string) => `#/matters/${part(id)}`,
  documents: '#/documents',
  document: (id: string, claim?: string) => `#/documents/${part(id)}` + (claim ? '/' + part(claim) : ''),
  /** A sentence of a document, by its words. */
  sentence: (id: string, words: string) => `#/documents/${part(id)}/${part('~' + words)}`,
  /** A stretch of a document's text. */
  span: (id: string, span: Span) => `#/documents/${part(id)}/@${span.start}-${span.end}`,
  /** A sentence of a document from which nothing was coded, by where it begins. */
  silence: (id: string, start: number) => `#/documents/${part(id)}/!${start}`,
  actors: '#/actors',
  actor: (id: string) => `#/actors/${part(id)}`,
  log: '#/corrections',
  review: '#/review',
  search: (words: string) => `#/search/${part(words)}`,
};
