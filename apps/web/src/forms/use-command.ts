import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { mayPass, retryDelay } from '../api/queries.js';
import { isProblem, type Problem, Unreachable } from '../api/problem.js';
import { type DraftPlace, dropDraft, openDraft } from './drafts.js';

export interface CommandHeaders {
  readonly 'Idempotency-Key': string;
  readonly 'If-Match'?: string;
}

export interface CommandOptions<Values, Answer> {
  readonly place: DraftPlace;
  /** A button alone, as there are many on a page: its key is made when it is pressed. */
  readonly withoutForm?: boolean;
  /** The revision on which the form rests; where there is none, the command is the first of its stream. */
  readonly revision?: number | undefined;
  readonly send: (values: Values, headers: CommandHeaders) => Promise<Answer>;
  readonly accepted?: (answer: Answer) => void;
  /** For what has no form on the page; nothing is known where nobody answered. */
  readonly refused?: (problem: Problem | undefined) => void;
}

export interface Command<Values, Answer> {
  /** Sends; pressed twice it sends once. */
  readonly send: (values: Values, revision?: number) => Promise<Answer | undefined>;
  readonly sending: boolean;
  /** Why it was refused; nothing while it is being sent again. */
  readonly refused: Problem | undefined;
  /** Somebody else was faster: show what happened, keep what was typed, send again on the new revision. */
  readonly conflict: Problem | undefined;
  /** Nobody answered: sent again, it happens once. */
  readonly unreachable: boolean;
  readonly answer: Answer | undefined;
  readonly reset: () => void;
}

/**
 * One intention of somebody: its key is made when the form opens and kept through reloads, sign-ins and other tabs, until the
 * command is accepted. Then all that is shown is read anew, not before the readers show the act (`minPosition`).
 */
export function useCommand<Values, Answer>(options: CommandOptions<Values, Answer>): Command<Values, Answer> {
  const queries = useQueryClient();
  const underWay = useRef<Promise<Answer | undefined> | undefined>(undefined);
  const { place, withoutForm = false } = options;
  // Opened with the form, not with the button: what two tabs send is then one command.
  useState(() => (withoutForm ? undefined : openDraft(place)));
  const { mutateAsync, isPending, error, data, reset } = useMutation<
    Answer,
    Error,
    { values: Values; revision?: number | undefined }
  >({
    mutationFn: ({ values, revision = options.revision }) =>
      options.send(values, {
        'Idempotency-Key': openDraft(place).key,
        ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      }),
    // Under its key it happens once: a server that was away for a moment, or an answer lost on its way, troubles nobody.
    retry: mayPass,
    retryDelay,
    onSuccess: async (answer) => {
      dropDraft(place);
      // Said at once, however far behind the lists are: what is recorded must not look as if it were lost.
      options.accepted?.(answer);
      await queries.invalidateQueries();
    },
    onError: (error) => options.refused?.(isProblem(error) ? error : undefined),
  });
  const send = (values: Values, revision?: number): Promise<Answer | undefined> => {
    underWay.current ??= mutateAsync({ values, revision })
      // Why it was refused stands in `refused`.
      .catch(() => undefined)
      .finally(() => (underWay.current = undefined));
    return underWay.current;
  };
  const stale = isProblem(error, 'REVISION_STALE') || (isProblem(error) && error.body.status === 412);
  return {
    send,
    sending: isPending,
    refused: isProblem(error) && !stale ? error : undefined,
    conflict: isProblem(error) && stale ? error : undefined,
    unreachable: error instanceof Unreachable,
    answer: data,
    reset,
  };
}
