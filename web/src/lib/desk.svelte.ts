import { api } from './api';
import type { Desk } from './types';

let asked: Desk | undefined = $state.raw();
let asking = false;

/** Who decides, and what a decision can choose from; undefined until the server has told, which it is asked once. */
export function desk(): Desk | undefined {
  if (!asking) {
    asking = true;
    api.desk().then(
      (told) => (asked = told),
      () => (asking = false),
    );
  }

  return asked;
}
