import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { Note } from '../../components/index.js';
import { placesFor } from '../../shell/places.js';
import { useStanding } from '../../shell/standing.js';

/** The letter to the level above on which the dossier stands, or that brought it where it is; a link for those whose place letters are. */
export function OnLetter({
  submission: { id, carried },
}: {
  readonly submission: NonNullable<Dossier['submission']>;
}): ReactElement {
  const { t } = useTranslation('dossier');
  const { standing } = useStanding();
  const mayRead = placesFor(standing?.roles ?? []).some(({ name }) => name === 'submissions');
  return (
    <Note>
      {t(carried ? 'head.broughtByLetter' : 'head.onLetter')}{' '}
      {mayRead && (
        <Link to="/to-trinh/$id" params={{ id }}>
          {t('head.letter')}
        </Link>
      )}
    </Note>
  );
}
