import { queryOf, type Asked } from './asked';
import type { ActorRow, Claim, DocumentRow, DocumentView, DyadRow, DyadView, Found, Matter, RelationState, Silence, Totals } from './types';

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

async function get<T>(path: string): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch('api/' + path, { headers: { accept: 'application/json' } });
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
  actors: () => get<ActorRow[]>('actors'),
  search: (words: string) => get<Found[]>('search?q=' + part(words)),
};
