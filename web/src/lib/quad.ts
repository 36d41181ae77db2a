import type { Claim } from './types';

/** PLOVER's quad classes: what is said, and what is done, for and against each other. */
export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict';

const quads: Record<string, Quad> = {
  AGREE: 'verbal cooperation',
  CONSULT: 'verbal cooperation',
  SUPPORT: 'verbal cooperation',
  CONCEDE: 'verbal cooperation',
  COOPERATE: 'material cooperation',
  AID: 'material cooperation',
  RETREAT: 'material cooperation',
  REQUEST: 'verbal conflict',
  ACCUSE: 'verbal conflict',
  REJECT: 'verbal conflict',
  THREATEN: 'verbal conflict',
  PROTEST: 'material conflict',
  SANCTION: 'material conflict',
  MOBILIZE: 'material conflict',
  COERCE: 'material conflict',
  ASSAULT: 'material conflict',
};

export const quadOf = (type: string | undefined): Quad => quads[type ?? ''] ?? 'verbal cooperation';

export const isConflict = (type: string | undefined) => quadOf(type).endsWith('conflict');

/** How a mark is drawn. The first that fits, from the most guarded telling to the least. */
export type Status = 'denied' | 'rumoured' | 'hypothetical' | 'planned' | 'inferred' | 'told';

export function statusOf(claim: Claim): Status {
  const { readings, polarity } = claim.factuality;
  if (polarity === '-' || readings.includes('denied')) {
    return 'denied';
  }

  if (readings.includes('rumoured')) {
    return 'rumoured';
  }

  if (readings.includes('hypothetical')) {
    return 'hypothetical';
  }

  if (readings.includes('planned')) {
    return 'planned';
  }

  return readings.includes('inferred') || readings.includes('opinion') ? 'inferred' : 'told';
}

export const statusText: Record<Status, string> = {
  told: 'told as done',
  planned: 'planned',
  hypothetical: 'hypothetical',
  rumoured: 'rumoured',
  inferred: 'inferred or opinion',
  denied: 'denied or negated',
};
