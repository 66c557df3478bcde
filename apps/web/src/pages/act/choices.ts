import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { type AllowedCommand, allowedQuery, type Dossier } from '../../api/dossier.js';
import { unitsQuery } from '../../api/names.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { type Choice, useSay } from '../../components/index.js';
import { shortDay } from '../../format/dates.js';
import { byGivenName } from '../../format/names.js';
import type { ChoiceSource, FieldSpec } from './act-forms.js';

type Outcomes = NonNullable<AllowedCommand['outcomes']>;

/** What can be chosen in a field. */
export function useChoices(field: FieldSpec, dossier: Dossier, outcomes: Outcomes): readonly Choice[] {
  const { t } = useTranslation('act');
  const say = useSay();
  const of = field.kind === 'choice' ? field.of : [];
  const wants = (source: ChoiceSource) => of === source;
  const units = useQuery({ ...unitsQuery, enabled: wants('units') || wants('bodies') });
  const people = useQuery({
    queryKey: ['unit', dossier.bodyId, 'people'],
    enabled: wants('people'),
    queryFn: ({ signal }) =>
      told(api.GET('/api/v1/units/{id}/people', { params: { path: { id: dossier.bodyId } }, signal })),
  });
  const procedure = useProcedureOf(dossier);
  const allowed = useQuery({ ...allowedQuery(dossier.id), enabled: wants('otherAwards') });
  if (typeof of !== 'string')
    return of.map((value) => ({ value, label: t(`choices.${field.name}.${value}` as never) }));
  switch (of) {
    case 'units':
    case 'bodies':
      return [...(units.data ?? [])]
        .filter(([, { receives }]) => of === 'units' || receives)
        .map(([value, names]) => ({ value, label: say(names) }))
        .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
    case 'people':
      return (people.data?.positions ?? [])
        .flatMap(({ positionId, title, people: here }) =>
          here.map(({ accountId, name }) => ({
            value: `${positionId} ${accountId}`,
            label: `${name ?? accountId}, ${say(title)}`,
          })),
        )
        .sort((one, other) => byGivenName(one.label.split(',')[0] ?? '', other.label.split(',')[0] ?? ''));
    case 'openOpinions':
    case 'allOpinions':
      return dossier.opinions
        .filter(({ answer, withdrawn }) => of === 'allOpinions' || (!answer && !withdrawn))
        .map(({ opinionId, body, askedAt }) => ({ value: opinionId, label: `${body.name}, ${shortDay(askedAt)}` }));
    case 'openObjections':
      return dossier.objections
        .filter(({ resolved }) => !resolved)
        .map(({ objectionId, kind, at }) => ({
          value: objectionId,
          label: `${t(`choices.kind.${kind}`)}, ${shortDay(at)}`,
        }));
    case 'copies':
      return dossier.copies.map(({ copyId, to, sentOn }) => ({
        value: copyId,
        label: `${to.name}, ${shortDay(sentOn)}`,
      }));
    case 'documents':
      return (procedure?.documents ?? []).map(({ code, names }) => ({ value: code, label: say(names) }));
    case 'openDeadlines':
      return dossier.deadlines
        .filter(({ state }) => state === 'running' || state === 'paused')
        .map(({ deadlineId, clock, dueAt }) => ({
          value: deadlineId,
          label: `${say(procedure?.clocks[clock]?.names ?? { vi: clock, en: clock })}, ${shortDay(dueAt)}`,
        }));
    case 'otherAwards':
      return (allowed.data?.commands.find(({ awards }) => awards !== undefined)?.awards ?? [])
        .map(({ procedureCode, grade, name }) => ({
          value: grade === undefined ? procedureCode : `${procedureCode} ${grade}`,
          label: say(name),
        }))
        .sort((one, other) => one.label.localeCompare(other.label, 'vi'));
    case 'outcomes':
      return outcomes.map(({ step, outcome, name, stepName, refusal }) => ({
        value: `${step} ${outcome}`,
        label: `${say(name)} (${say(stepName)})${refusal ? `: ${say(refusal.details)}` : ''}`,
        disabled: refusal !== undefined,
      }));
    default:
      return ['submitter', 'officer', 'secretary', 'clerk', 'authority'].map((value) => ({
        value,
        label: t(`choices.role.${value}` as never),
      }));
  }
}
