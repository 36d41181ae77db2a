/** Which state of a relationship is asked for. Empty where nothing is chosen. */
export interface Asked {
  /** A day, a month or a year; empty for all that is told. */
  on: string;
  /** Only what documents published by this day say. */
  knownBy: string;
  /** Only what these sources say, with commas. */
  accordingTo: string;
}

export const everything: Asked = { on: '', knownBy: '', accordingTo: '' };

export const same = (one: Asked, other: Asked) => one.on === other.on && one.knownBy === other.knownBy && one.accordingTo === other.accordingTo;

/** As the API takes it. */
export function queryOf(asked: Asked): string {
  const words = wordsOf(asked, 'on', '');
  return words && '?' + words;
}

/** As the address has it, with a prefix for the state that it is held against. */
export function wordsOf(asked: Asked, day: string, prefix: string, empty = ''): string {
  const pairs = [
    [day, asked.on || empty],
    [prefix + 'knownBy', asked.knownBy],
    [prefix + 'accordingTo', asked.accordingTo],
  ];
  return pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value!).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&');
}

export function askedOf(values: URLSearchParams, day: string, prefix: string): Asked {
  const on = values.get(day) ?? '';
  return { on: on === 'all' ? '' : on, knownBy: values.get(prefix + 'knownBy') ?? '', accordingTo: values.get(prefix + 'accordingTo') ?? '' };
}

/** "2016, as known by 2017, according to TASS": what is asked, in words, as they stand within a sentence. */
export function title(asked: Asked): string {
  return [asked.on || 'all years', asked.knownBy && `as known by ${asked.knownBy}`, asked.accordingTo && `according to ${asked.accordingTo.split(',').map((s) => s.trim()).join(', ')}`].filter(Boolean).join(', ');
}
