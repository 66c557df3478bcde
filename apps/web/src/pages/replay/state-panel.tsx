import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '#libs/domain/dossier';
import { useUnitNames } from '../../api/names.js';
import { KeyValues, Panel, StatusTag, useLanguage, useSay } from '../../components/index.js';
import { day, moment } from '../../format/dates.js';
import { actsThen } from './acts-then.js';
import { useReplayNames } from './replay-names.js';

/** The whole of it then, and the rules that held for it then. */
export function StatePanel({ view, at }: { readonly view: DossierView; readonly at: number }): ReactElement {
  const { t } = useTranslation('replay');
  const say = useSay();
  const unit = useUnitNames();
  const names = useReplayNames();
  const language = useLanguage();
  const [raw, setRaw] = useState(false);
  const possible = names.procedure ? actsThen(view, names.procedure, language) : [];
  const {
    counts,
    places,
    step,
    placeSince,
    deadlines,
    documents,
    procedure,
    bodyId,
    secrecy,
    suspended,
    decision,
    council,
  } = view;
  const open = deadlines.find(({ state }) => state === 'running') ?? deadlines.find(({ state }) => state === 'paused');
  const kinds = new Set(documents.map(({ document }) => document)).size;
  return (
    <Panel title={t('state.title')} extra={<span className="vd-meta">{t('state.after', { at })}</span>}>
      <KeyValues
        items={[
          [
            t('state.step'),
            `${(places.length > 0 ? places : [step]).map(names.step).join(', ')}, ${t('state.since', { day: day(placeSince) })}`,
          ],
          [
            t('state.deadline'),
            open ? (
              <>
                {names.clock(open.clock)}: {moment(open.dueAt)}{' '}
                <StatusTag status={open.state === 'paused' ? 'pause' : 'ok'}>{t(`states.${open.state}`)}</StatusTag>
              </>
            ) : (
              t('state.noDeadline')
            ),
          ],
          [
            t('state.nominees'),
            t('state.nomineesSo', {
              collectives: counts.byKind.collective,
              individuals: counts.byKind.individual,
              judged: counts.qualified + counts.notQualified,
              of: counts.total,
            }),
          ],
          ...(council
            ? [
                [
                  t('state.council'),
                  t('state.councilSo', {
                    day: day(council.heldOn),
                    passed: counts.passed,
                    of: counts.passed + counts.notPassed,
                  }),
                ] as const,
              ]
            : []),
          ...(decision ? [[t('state.decision'), `${decision.symbol}, ${day(decision.date)}`] as const] : []),
          [t('state.documents'), t('state.documentsSo', { kinds, all: documents.length })],
          [t('state.body'), say(unit(bodyId))],
          [
            t('state.rules'),
            procedure ? t('state.version', { code: procedure.code, version: procedure.version }) : t('state.noRules'),
          ],
          ...(procedure
            ? [
                [
                  t('state.hash'),
                  <span key="hash" className="vd-mono">{`${procedure.hash.slice(0, 8)}…`}</span>,
                ] as const,
              ]
            : []),
          [
            t('state.allowed'),
            possible.length === 0 ? (
              t('state.allowedNothing')
            ) : (
              <ul key="allowed" className="replay-allowed">
                {possible.map(({ role, acts }) => (
                  <li key={role}>
                    <b>{role}</b>: {acts.join(', ')}
                  </li>
                ))}
              </ul>
            ),
          ],
          ...(suspended ? [[t('state.suspended'), t('yes')] as const] : []),
          ...(secrecy === 'none' ? [] : [[t('state.secrecy'), t(`secrecy.${secrecy}`)] as const]),
        ]}
      />
      <details className="replay-raw" onToggle={({ currentTarget }) => setRaw(currentTarget.open)}>
        <summary>{t('state.raw')}</summary>
        <pre className="replay-state" tabIndex={0}>
          {raw && JSON.stringify(view, null, 2)}
        </pre>
      </details>
    </Panel>
  );
}
