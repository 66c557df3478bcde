import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, told } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { composed } from '../../components/index.js';
import { type DraftPlace, dropDraft, openDraft } from '../../forms/drafts.js';
import type { BulkAct, BulkFields, BulkResult } from './bulk-acts.js';
import type { WorkItem } from './worklist.queries.js';

/** Each is a command of its own, with a key of its own, kept until it is accepted: sent again it is obeyed once. */
async function sendOne(
  act: BulkAct,
  { dossierId, revision }: WorkItem,
  { to, reason }: BulkFields,
  place: DraftPlace,
): Promise<Pick<BulkResult, 'outcome' | 'details'>> {
  const why = composed(reason).trim();
  const [positionId, accountId] = to.split(' ');
  const body =
    act === 'assign'
      ? { accountId, positionId, ...(why === '' ? {} : { reason: why }) }
      : act === 'release'
        ? { reason: why }
        : {};
  try {
    const { events } = await told(
      api.POST(`/api/v1/dossiers/{id}/${act}` as '/api/v1/dossiers/{id}/claim', {
        params: { path: { id: dossierId } } as never,
        headers: { 'Idempotency-Key': openDraft(place).key, 'If-Match': `"${revision}"` },
        body: body as never,
      }),
    );
    dropDraft(place);
    return { outcome: events.length > 0 ? 'done' : 'unchanged' };
  } catch (error) {
    if (!isProblem(error)) return { outcome: 'unreachable' };
    // Refused commands are not remembered: trying again is another intention.
    dropDraft(place);
    return { outcome: 'refused', details: error.body.details };
  }
}

/**
 * Does one act on several dossiers, one after the other. One that is refused stops none of the others; each says at once what
 * became of it, and those of which nobody knows can be sent again.
 */
export function useBulk(account: string) {
  const queries = useQueryClient();
  const [results, setResults] = useState<readonly BulkResult[]>();
  const [running, setRunning] = useState(false);
  const under = useRef(false);
  const run = async (act: BulkAct, chosen: readonly WorkItem[], fields: BulkFields): Promise<void> => {
    if (under.current) return;
    // Once for each dossier, also where it was chosen in two roles.
    const items = [...new Map(chosen.map((each) => [each.dossierId, each])).values()];
    under.current = true;
    setRunning(true);
    const again = new Map((results ?? []).map((result) => [result.dossierId, result]));
    const put = (dossierId: string, said: Pick<BulkResult, 'outcome' | 'details'>) =>
      setResults((all) => all?.map((each) => (each.dossierId === dossierId ? { ...each, ...said } : each)));
    setResults(
      items.map(({ dossierId, title }) => again.get(dossierId) ?? { dossierId, title, outcome: 'waiting' as const }),
    );
    try {
      for (const item of items) {
        const before = again.get(item.dossierId);
        if (before && before.outcome !== 'unreachable') continue;
        put(item.dossierId, { outcome: 'sending', details: undefined });
        const place = { account, subject: item.dossierId, form: `bulk-${act}-${fields.to}`.slice(0, 120) };
        put(item.dossierId, await sendOne(act, item, fields, place));
      }
    } finally {
      under.current = false;
      setRunning(false);
      await queries.invalidateQueries();
    }
  };
  return { results, running, run, reset: () => setResults(undefined) };
}
