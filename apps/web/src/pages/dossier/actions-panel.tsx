import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AllowedCommand, allowedQuery, type Dossier } from '../../api/dossier.js';
import { Button, buttonClass, Panel, StatusTag, useSay } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { actPlace, mainActs, sentenceCase } from '../act/act-place.js';
import { RefusedActs } from './refused-acts.js';

/** What can be done now: the one thing that moves it on, then the rest; what cannot, with the rule that says so. */
export function ActionsPanel({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('dossier');
  const query = useQuery(allowedQuery(dossier.id));
  return (
    <Shown query={query} label={t('actions.title')}>
      {({ commands, nextReceipt }) => (
        <Actions dossier={dossier} commands={commands} incomplete={nextReceipt.missing.length > 0} />
      )}
    </Shown>
  );
}

/** So many beside the main one; what is done rarely is a press away. */
const NEAR = 2;

function Actions({
  dossier,
  commands,
  incomplete,
}: {
  readonly dossier: Dossier;
  readonly commands: readonly AllowedCommand[];
  readonly incomplete: boolean;
}): ReactElement {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const [all, setAll] = useState(false);
  const may = commands
    .filter(({ allowed }) => allowed)
    .sort((one, other) => rank(one, incomplete) - rank(other, incomplete));
  const not = commands.filter(({ allowed, refusal }) => !allowed && refusal !== undefined);
  // What only stands beside the way, as a classification or a withdrawal does, is nobody’s next piece of work.
  const [first, ...rest] = may;
  const main = first && mainActs.includes(first.command) ? first : undefined;
  const others = main ? rest : may;
  const [more, setMore] = useState(false);
  const near = more ? others : others.slice(0, NEAR);
  return (
    <Panel title={t('actions.title')} id="viec-can-lam">
      {!main && <p className="vd-meta">{t(may.length > 0 ? 'actions.nothingDue' : 'actions.none')}</p>}
      {main && (
        <ActLink
          dossier={dossier}
          command={main}
          className={buttonClass({ kind: 'primary', size: 'large', wide: true })}
        />
      )}
      {main?.until && (
        <p className="dossier-until">
          <StatusTag status={main.until.missed ? 'over' : 'ok'}>{say(main.until.text)}</StatusTag>
        </p>
      )}
      {others.length > 0 && (
        <div className="dossier-acts">
          {near.map((command) => (
            <ActLink key={command.command} dossier={dossier} command={command} className={buttonClass()} />
          ))}
        </div>
      )}
      {others.length > NEAR && (
        <p className="dossier-not">
          <Button kind="quiet" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? t('actions.less') : t('actions.more', { count: others.length - NEAR })}
          </Button>
        </p>
      )}
      {not.length > 0 && (
        <>
          <p className="dossier-not">
            <Button kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
              {t('actions.refused', { count: not.length })}
            </Button>
          </p>
          {all && <RefusedActs commands={not} />}
        </>
      )}
    </Panel>
  );
}

/** What the receipt would send back is not handed in first. */
const rank = ({ command }: AllowedCommand, incomplete: boolean): number => {
  if (command === 'submit' && incomplete) return mainActs.length;
  const at = mainActs.indexOf(command);
  return at === -1 ? mainActs.length : at;
};

function ActLink({
  dossier,
  command,
  className,
}: {
  readonly dossier: Dossier;
  readonly command: AllowedCommand;
  readonly className: string;
}): ReactElement {
  const say = useSay();
  const { to, params } = actPlace(dossier.id, command.command);
  return (
    <Link to={to} params={params} className={className}>
      {sentenceCase(say(command.name))}
    </Link>
  );
}
