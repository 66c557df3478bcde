import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField, TextField } from '../../components/index.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { actsOn, type BulkAct, lackingFor } from './bulk-acts.js';
import { BulkResults } from './bulk-results.js';
import { useColleagues } from './colleagues.js';
import { useBulk } from './use-bulk.js';
import type { WorkItem, WorkListName } from './worklist.queries.js';

/** Does one thing with several dossiers; what became of each is told line by line. */
export default function BulkBar({
  account,
  list,
  items: chosen,
  onDone,
}: {
  readonly account: string;
  readonly list: WorkListName;
  readonly items: readonly WorkItem[];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('worklist');
  const { standing } = useStanding();
  const colleagues = useColleagues(chosen);
  const acts = actsOn[list];
  // Who leads gives work to others; who does it takes it.
  const leads = hasRole(standing, 'section_head', 'authority');
  const [act, setAct] = useState<BulkAct>(leads && acts.includes('assign') ? 'assign' : (acts[0] ?? 'assign'));
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  // What was sent stays on the list of results, also when it has left the worklist.
  const [sent, setSent] = useState<readonly WorkItem[]>([]);
  const { results, running, run } = useBulk(account);
  const fields = { to, reason };
  const lacking = lackingFor(act, fields);
  if (results)
    return (
      <BulkResults results={results} running={running} onAgain={() => void run(act, sent, fields)} onClose={onDone} />
    );
  return (
    <form
      className="vd-bulk"
      aria-label={t('bulk.label')}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking !== undefined) return;
        setSent(chosen);
        void run(act, chosen, fields);
      }}
    >
      <p role="status">{t('bulk.chosen', { count: chosen.length })}</p>
      <div className="vd-row">
        {acts.length > 1 && (
          <SelectField
            label={t('bulk.act')}
            required
            choices={acts.map((each) => ({ value: each, label: t(`bulk.acts.${each}`) }))}
            value={act}
            onChange={(event) => setAct(event.target.value as BulkAct)}
          />
        )}
        {act === 'assign' && (
          <SelectField
            label={t('bulk.to')}
            required
            placeholder={t('bulk.choose')}
            {...(colleagues.length === 0 ? { hint: t('bulk.nobody') } : {})}
            choices={colleagues}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
        {(act === 'assign' || act === 'release') && (
          <TextField
            label={t('bulk.reason')}
            required={act === 'release'}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <Button
          type="submit"
          kind="primary"
          refused={lacking && t(lacking === 'to' ? 'bulk.chooseFirst' : 'bulk.reasonFirst')}
        >
          {t(`bulk.send.${act}`)}
        </Button>
      </div>
    </form>
  );
}
