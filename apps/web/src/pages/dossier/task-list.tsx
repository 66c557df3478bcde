import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, type Dossier } from '../../api/dossier.js';
import { buttonClass, StatusTag, useSay } from '../../components/index.js';
import { actPlace } from '../act/act-place.js';
import { countedIn } from './counted.js';
import './tasks.css';

interface Task {
  readonly key: 'nominees' | 'papers' | 'submit';
  readonly act: string;
  readonly done: boolean;
  readonly begun: boolean;
  readonly detail: string;
}

/** Soạn hồ sơ: what is done and what is left before it can be handed in, for the unit that drafts it. */
export function TaskList({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const may = (act: string) => allowed?.commands.find(({ command }) => command === act);
  if (!allowed || !(may('add-nominees')?.allowed || may('attach-document')?.allowed || may('submit')?.allowed))
    return null;
  const missing = allowed.nextReceipt.missing;
  const { counts, documents } = dossier;
  const submit = may('submit');
  const tasks: readonly Task[] = [
    {
      key: 'nominees',
      act: 'add-nominees',
      done: counts.total > 0,
      begun: false,
      detail: counts.total === 0 ? t('tasks.noNominees') : countedIn(t, counts),
    },
    {
      key: 'papers',
      act: 'attach-document',
      done: documents.length > 0 && missing.length === 0,
      begun: documents.length > 0,
      detail:
        missing.length === 0
          ? t('tasks.allPapers')
          : t('tasks.missing', { list: missing.map(({ name }) => say(name)).join(', ') }),
    },
    {
      key: 'submit',
      act: 'submit',
      done: false,
      begun: false,
      detail: submit?.allowed
        ? t(missing.length === 0 ? 'tasks.ready' : 'tasks.readyWithout')
        : submit?.refusal
          ? say(submit.refusal.details)
          : '',
    },
  ];
  const done = tasks.filter((task) => task.done).length;
  const here = tasks.find((task) => !task.done);
  return (
    <section className="vd-panel tasks" aria-labelledby="tasks-title">
      <div className="tasks-head">
        <div>
          <h2 id="tasks-title">{t('tasks.title', { done, of: tasks.length })}</h2>
          {here && <p className="vd-mute">{t('tasks.next', { what: t(`tasks.${here.key}`) })}</p>}
        </div>
        <span className="tasks-bar" aria-hidden="true">
          {tasks.map((task) => (
            <i key={task.key} className={task.done ? 'tasks-done' : task.begun ? 'tasks-half' : undefined} />
          ))}
        </span>
      </div>
      <ol>
        {tasks.map((task, at) => {
          const isHere = task === here;
          const open = may(task.act)?.allowed ?? false;
          const { to, params } = actPlace(dossier.id, task.act);
          return (
            <li key={task.key} className={isHere ? 'tasks-here' : undefined}>
              <span className="tasks-number">{at + 1}</span>
              <span>
                {open ? (
                  <Link to={to} params={params}>
                    {t(`tasks.${task.key}`)}
                  </Link>
                ) : (
                  <b>{t(`tasks.${task.key}`)}</b>
                )}
                <span className="vd-meta">{task.detail}</span>
              </span>
              <span className="tasks-state">
                {task.done ? (
                  t('tasks.done')
                ) : isHere ? (
                  <StatusTag status="act">{t('tasks.doing')}</StatusTag>
                ) : open ? (
                  t('tasks.open')
                ) : (
                  t('tasks.notYet')
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {here && may(here.act)?.allowed && (
        <p className="vd-panel-foot tasks-foot">
          <Link
            to={actPlace(dossier.id, here.act).to}
            params={actPlace(dossier.id, here.act).params}
            className={buttonClass({ kind: 'primary', size: 'large' })}
          >
            {t('tasks.go', { what: t(`tasks.${here.key}`).toLocaleLowerCase('vi') })}
          </Link>
        </p>
      )}
    </section>
  );
}
