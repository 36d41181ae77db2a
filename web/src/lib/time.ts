import type { Days } from './types';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const MS_DAY = 86_400_000;

export const ms = (iso: string) => Date.parse(iso + 'T00:00:00Z');

export const yearOf = (iso: string) => Number(iso.slice(0, 4));

/** The days as a person says them: a day, a month, a year, "since …", "until …", or both ends. */
export function days(time: Days | undefined, short = false): string {
  const { earliest, latest } = time ?? {};
  const form = short ? shortDay : day;
  if (!earliest && !latest) {
    return 'no date';
  }

  if (!latest) {
    return 'since ' + form.format(ms(earliest!));
  }

  if (!earliest) {
    return 'until ' + form.format(ms(latest));
  }

  return earliest === latest ? form.format(ms(earliest)) : interval(earliest, latest, form);
}

function interval(earliest: string, latest: string, form: Intl.DateTimeFormat): string {
  const from = new Date(ms(earliest));
  const to = new Date(ms(latest) + MS_DAY);
  const whole = from.getUTCDate() === 1 && to.getUTCDate() === 1;
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  if (whole && months === 1) {
    return month.format(from);
  }

  if (whole && from.getUTCMonth() === 0 && months % 12 === 0) {
    return months === 12 ? String(from.getUTCFullYear()) : `${from.getUTCFullYear()}–${to.getUTCFullYear() - 1}`;
  }

  return whole ? (form === shortDay ? shortMonth : month).formatRange(from, ms(latest)) : form.formatRange(from, ms(latest));
}

/** Days within which something took place once: an open end is a bound, and no span of time. */
export function someday(time: Days | undefined, short = false): string {
  const { earliest, latest } = time ?? {};
  const form = short ? shortDay : day;
  if (earliest && !latest) {
    return form.format(ms(earliest)) + ' or later';
  }

  return latest && !earliest ? form.format(ms(latest)) + ' or earlier' : days(time, short);
}

/** TIMEX3 values as a person says them, where they are plain calendar values. */
export function period(value: string | undefined): string {
  if (!value) {
    return 'no period given';
  }

  if (/^\d{4}-\d{2}$/.test(value)) {
    return month.format(ms(value + '-01'));
  }

  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return day.format(ms(value));
  }

  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  return quarter ? `quarter ${quarter[2]} of ${quarter[1]}` : value.replace('/', ' to ');
}
