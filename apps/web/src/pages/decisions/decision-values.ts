import type { AllowedCommand } from '../../api/dossier.js';
import { composed } from '../../components/index.js';

export type DecisionAct = 'issue' | 'give-up' | 'cancel-award' | 'restore-award';

/** What the form about a decision holds; of the acts that are not chosen it keeps what was typed. */
export interface DecisionValues {
  act: DecisionAct;
  date: string;
  sign: string;
  signer: string;
  capacity: string;
  mandateNumber: string;
  mandateDate: string;
  mandateFrom: string;
  mandateTo: string;
  mandateScope: readonly string[];
  redelegated: boolean;
  recipient: string;
  ground: string;
  reason: string;
}

/** In what capacity somebody signs (thẩm quyền ký, NĐ 30/2020 Art 13); a test holds them against those of the law. */
export const capacities = ['none', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'] as const;
/** By authorisation: the only one that needs a written mandate (R44). */
export const NEEDS_MANDATE = 'TUQ.';
export const grounds = ['false_merit', 'false_information', 'against_law', 'standards_not_met'] as const;

/** The act that is asked about: what was chosen, where it may still be done, else the first that may. */
export const actOf = (chosen: DecisionAct, may: readonly AllowedCommand[]): DecisionAct =>
  may.some(({ command }) => command === chosen) ? chosen : ((may[0]?.command as DecisionAct | undefined) ?? chosen);

/** Fields that are still empty, by their ids. */
export function missingIn(values: DecisionValues): readonly string[] {
  const empty = (...names: readonly (keyof DecisionValues)[]) =>
    names.filter((name) => {
      const value = values[name];
      return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
    });
  if (values.act === 'give-up') return empty('reason');
  if (values.act === 'cancel-award') return empty('recipient', 'ground', 'reason');
  if (values.act === 'restore-award') return empty('recipient', 'reason');
  return [
    ...empty('date', 'sign', 'signer'),
    ...(values.capacity === NEEDS_MANDATE
      ? empty('mandateNumber', 'mandateDate', 'mandateFrom', 'mandateTo', 'mandateScope')
      : []),
  ];
}

/** The body of the command. */
export function bodyOf(
  values: DecisionValues,
  names: ReadonlyMap<string, { readonly name: string }>,
): Record<string, unknown> {
  const text = (typed: string) => composed(typed).trim();
  const reason = text(values.reason);
  if (values.act === 'give-up') return { reason };
  if (values.act === 'cancel-award' || values.act === 'restore-award') {
    const [dossierId = '', nomineeId = ''] = values.recipient.split(' ');
    return { dossierId, nomineeId, ...(values.act === 'cancel-award' ? { ground: values.ground } : {}), reason };
  }
  const { mandateNumber, mandateDate, mandateFrom, mandateTo, mandateScope, redelegated } = values;
  return {
    date: values.date,
    sign: text(values.sign),
    signer: {
      accountId: values.signer,
      name: names.get(values.signer)?.name ?? values.signer,
      capacity: values.capacity,
      ...(values.capacity === NEEDS_MANDATE
        ? {
            mandate: {
              number: text(mandateNumber),
              date: mandateDate,
              from: mandateFrom,
              to: mandateTo,
              scope: [...mandateScope],
              redelegated,
            },
          }
        : {}),
    },
  };
}
