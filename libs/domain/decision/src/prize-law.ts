import { type Decision, type LocalDate, localDate, ok, refuse, sourced } from '#libs/domain/kernel';
import { z } from 'zod';

const dong = z.int().positive();

const baseSalary = z.strictObject({
  /** First day on which the amount holds, in Asia/Ho_Chi_Minh; it holds until the next entry begins. */
  from: localDate(),
  /** Mức lương cơ sở, in đồng a month. */
  amount: dong,
  ...sourced,
});

/** The figures of the law from which prizes are computed (mức lương cơ sở, cách làm tròn): the file `law/prizes.json`. */
export const prizeLawSchema = z.strictObject({
  baseSalary: z
    .array(baseSalary)
    .min(1)
    .check(({ value, issues }) => {
      value.forEach(({ from }, index) => {
        const before = value[index - 1];
        if (before && before.from >= from) {
          const message = `${from} does not come after ${before.from}: entries go from the oldest to the newest`;
          issues.push({ code: 'custom', message, input: from, path: [index, 'from'] });
        }
      });
    }),
  /** A prize is rounded up to a whole multiple of `upTo` đồng, per recipient. */
  prizeRounding: z.strictObject({ upTo: dong, ...sourced }),
});

export type PrizeLaw = z.infer<typeof prizeLawSchema>;
export type BaseSalary = PrizeLaw['baseSalary'][number];

/** The base salary in force on a day (R48). Refuses `BASE_SALARY_UNKNOWN` before the first day that the law data knows. */
export function baseSalaryOn(prizes: PrizeLaw, date: LocalDate): Decision<BaseSalary> {
  const inForce = prizes.baseSalary.findLast(({ from }) => from <= date);
  return inForce ? ok(inForce) : refuse('BASE_SALARY_UNKNOWN', { rule: 'R48', params: { date } });
}
