import { queryOf, type Asked } from './asked';
import type { ActorRow, ActorView, Claim, Decided, Decision, Desk, DocumentRow, DocumentView, DyadRow, DyadView, Found, LogEntry, Matter, RelationState, Review, Silence, Totals } from './types';

/** What the server says when it can't answer (RFC 9457), as an error that a screen shows. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail: string,
  ) {
    super(title);
  }
}

/** Why something could not be had, in words for a person. */
export const reasonOf = (error: unknown) => (error instanceof Refusal ? error.detail || error.message : 'Something in this page went wrong');

const get = <T>(path: string) => ask<T>(path, { headers: { accept: 'application/json' } });

/** The header tells the server that its own page asks. */
const send = <T>(path: string, body: unknown) => ask<T>(path, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json', 'x-entente': 'review' }, body: JSON.stringify(body) });

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch('api/' + path, request);
  } catch {
    throw new Refusal(0, 'The server does not answer', 'It may have been stopped. Start it again with “entente serve” and reload this page.');
  }

  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Refusal(answer.status, problem.title ?? `The server answered ${answer.status}`, problem.detail ?? '');
  }

  return (await answer.json()) as T;
}

const part = encodeURIComponent;

export const api = {
  totals: () => get<Totals>('totals'),
  documents: () => get<DocumentRow[]>('documents'),
  document: (id: string) => get<DocumentView>('documents/' + part(id)),
  silences: (id: string) => get<Silence[]>(`documents/${part(id)}/silences`),
  dyads: () => get<DyadRow[]>('dyads'),
  dyad: (a: string, b: string) => get<DyadView>(`dyads/${part(a)}/${part(b)}`),
  state: (a: string, b: string, asked: Asked) => get<RelationState>(`dyads/${part(a)}/${part(b)}/state` + queryOf(asked)),
  matter: (id: string) => get<Matter>('matters/' + part(id)),
  claim: (id: string) => get<Claim>('claims/' + part(id)),
  alike: (id: string) => get<Claim[]>(`claims/${part(id)}/alike`),
  desk: () => get<Desk>('desk'),
  actor: (id: string) => get<ActorView>('actors/' + part(id)),
  log: () => get<LogEntry[]>('corrections'),
  review: () => get<Review>('review'),
  decide: (decision: Decision) => send<Decided>('corrections', decision),
  actors: () => get<ActorRow[]>('actors'),
  search: (words: string) => get<Found[]>('search?q=' + part(words)),
};
