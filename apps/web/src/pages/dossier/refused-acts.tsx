import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type AllowedCommand } from '../../api/dossier.js';
import { useGround, useSay } from '../../components/index.js';
import { sentenceCase } from '../act/act-place.js';
import { refusedTogether } from './refused-together.js';

/** What cannot be done now: each reason once with the acts that it holds against, and on what it rests behind “Căn cứ”. */
export function RefusedActs({ commands }: { readonly commands: readonly AllowedCommand[] }): ReactElement {
  const { t } = useTranslation('dossier');
  const ground = useGround();
  const say = useSay();
  const refused = commands.flatMap(({ name, refusal }) =>
    refusal
      ? [
          {
            name: sentenceCase(say(name)),
            why: say(refusal.details),
            ground: refusal.rule || refusal.source ? ground(refusal) : undefined,
          },
        ]
      : [],
  );
  return (
    <ul className="dossier-refused">
      {refusedTogether(refused).map(({ ground: on, reasons }) => (
        <li key={on ?? ''}>
          <dl>
            {reasons.map(({ why, acts }) => (
              <div key={why}>
                <dt>{why}</dt>
                <dd>{acts.join(' · ')}</dd>
              </div>
            ))}
          </dl>
          {on !== undefined && (
            <details>
              <summary>{t('actions.ground')}</summary>
              <p>{on}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
