const units = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3_600 },
  { unit: 'minutes', seconds: 60 },
] as const;

/** In the largest unit of which there are two: `11374 minutes` is a figure, `8 days` is an answer. */
export function ageOf(seconds: number): {
  readonly unit: 'days' | 'hours' | 'minutes' | 'seconds';
  readonly count: number;
} {
  const unit = units.find((each) => seconds >= 2 * each.seconds);
  return unit ? { unit: unit.unit, count: Math.round(seconds / unit.seconds) } : { unit: 'seconds', count: seconds };
}
