import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { unitQuery } from '../../api/units.js';
import { useToast } from '../../components/index.js';
import { place } from '../../format/numbers.js';
import { type Command, useCommand } from '../../forms/use-command.js';

type Answer = { readonly position: string };

export interface UnitCommand<Values> extends Command<Values, Answer> {
  /** Somebody changed the unit meanwhile: sends the same on what it is now. */
  readonly redo: (values: Values) => Promise<void>;
}

/** A command on a unit’s handovers, on the revision that the page has read. `form` and `subject` keep its draft and key. */
export function useUnitCommand<Values>(
  unitId: string,
  command: 'propose-handover' | 'confirm-handover' | 'withdraw-handover',
  form: { readonly subject: string; readonly form: string },
  bodyOf: (values: Values) => unknown,
  accepted?: () => void,
): UnitCommand<Values> {
  const { t } = useTranslation('handover');
  const tell = useToast();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: unit } = useQuery({ ...unitQuery(unitId), enabled: unitId !== '' });
  const own = useCommand<Values, Answer>({
    place: { account: me?.id ?? '', ...form },
    revision: unit?.revision,
    send: (values, headers) =>
      told(
        api.POST(`/api/v1/units/{id}/${command}` as '/api/v1/units/{id}/confirm-handover', {
          params: { path: { id: unitId } } as never,
          headers: { ...headers },
          body: bodyOf(values) as never,
        }),
      ),
    accepted: ({ position }) => {
      tell(t('recorded', { position: place(position) }));
      accepted?.();
    },
  });
  return {
    ...own,
    redo: async (values) => {
      own.reset();
      const { revision } = await queries.fetchQuery({ ...unitQuery(unitId), staleTime: 0 });
      await own.send(values, revision);
    },
  };
}
