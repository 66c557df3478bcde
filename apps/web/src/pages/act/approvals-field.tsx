import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { type FormError, Segmented, SelectField, StatusLine, TextField, useSay } from '../../components/index.js';
import { type ApprovalValue, fieldId, isRegraded } from './act-values.js';

/** Everybody who is still in question: yes, or no with a reason. The verdict and the vote stand beside. */
export function ApprovalsField({
  dossier,
  value,
  onChange,
  errors,
}: {
  readonly dossier: Dossier;
  readonly value: unknown;
  readonly onChange: (approvals: readonly ApprovalValue[]) => void;
  readonly errors: readonly FormError[];
}): ReactElement {
  const { t } = useTranslation('act');
  const say = useSay();
  const grades = useProcedureOf(dossier)?.grades ?? [];
  const approvals = Array.isArray(value) ? (value as readonly ApprovalValue[]) : [];
  const open = dossier.nominees.filter(
    ({ verdict, vote, dropped }) => !dropped && vote?.passed !== false && verdict?.verdict !== 'not_qualified',
  );
  useEffect(() => {
    if (approvals.length === 0 && open.length > 0)
      onChange(
        open.map(({ id, grade }) => ({
          nomineeId: id,
          approved: true,
          reason: '',
          ...(grade === undefined ? {} : { proposed: grade, grade }),
        })),
      );
    // Once, when the form opens empty.
  }, [approvals.length, open.length]);
  const put = (nomineeId: string, change: Partial<ApprovalValue>) =>
    onChange(approvals.map((each) => (each.nomineeId === nomineeId ? { ...each, ...change } : each)));
  const approved = approvals.filter((each) => each.approved).length;
  return (
    <fieldset className="act-approvals">
      <legend className="vd-label">{t('fields.approvals', { approved, of: approvals.length })}</legend>
      <ul>
        {approvals.map((each) => {
          const { nomineeId, approved: yes, reason, grade, gradeReason = '' } = each;
          const nominee = dossier.nominees.find(({ id }) => id === nomineeId);
          if (!nominee) return null;
          return (
            <li key={nomineeId}>
              <div>
                <b>{nominee.name}</b>
                <span className="vd-meta">{nominee.unit}</span>
                {nominee.vote && (
                  <StatusLine status="ok" mark="check">
                    {t('votes', {
                      yes: nominee.vote.yes,
                      needed: dossier.council?.needed ?? 0,
                      members: dossier.council?.members ?? 0,
                    })}
                  </StatusLine>
                )}
              </div>
              <Segmented
                legend={nominee.name}
                value={yes ? 'yes' : 'no'}
                onChange={(chosen) => put(nomineeId, { approved: chosen === 'yes' })}
                choices={[
                  { value: 'yes', label: t('approve') },
                  { value: 'no', label: t('refuse') },
                ]}
              />
              {yes && grade !== undefined && (
                <SelectField
                  label={t('fields.grade')}
                  value={grade}
                  onChange={(event) => put(nomineeId, { grade: event.target.value })}
                  choices={grades.map(({ code, names }) => ({ value: code, label: say(names) }))}
                />
              )}
              {isRegraded(each) && (
                <TextField
                  label={t('fields.gradeReason')}
                  required
                  id={fieldId(`approvals.grade.${nomineeId}`)}
                  error={errors.find(({ field }) => field === fieldId(`approvals.grade.${nomineeId}`))?.text}
                  value={gradeReason}
                  onChange={(event) => put(nomineeId, { gradeReason: event.target.value })}
                />
              )}
              {!yes && (
                <TextField
                  label={t('fields.refusalReason')}
                  required
                  id={fieldId(`approvals.${nomineeId}`)}
                  error={errors.find(({ field }) => field === fieldId(`approvals.${nomineeId}`))?.text}
                  value={reason}
                  onChange={(event) => put(nomineeId, { reason: event.target.value })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
