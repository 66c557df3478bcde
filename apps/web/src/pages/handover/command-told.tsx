import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog, ErrorSummary, Note, useSay, useGround } from '../../components/index.js';
import type { UnitCommand } from './use-unit-command.js';

/** What a command came back with, where it was not taken: the reason, another try, or what changed meanwhile. */
export function CommandTold<Values>({
  command,
  values,
  kept,
}: {
  readonly command: UnitCommand<Values>;
  readonly values: Values;
  readonly kept?: string | undefined;
}): ReactElement {
  const { t } = useTranslation('handover');
  const ground = useGround();
  const say = useSay();
  const problem = command.refused;
  return (
    <>
      <ErrorSummary
        title={t('refused')}
        errors={
          problem
            ? [
                {
                  text: problem.body.details ? say(problem.body.details) : problem.code,
                  source: ground(problem.body),
                },
              ]
            : []
        }
      />
      {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
      {command.conflict && (
        <ConflictDialog
          title={t('conflict.title')}
          meanwhile={[{ what: t('conflict.what') }]}
          kept={kept}
          onClose={command.reset}
          onSee={command.reset}
          onRedo={() => void command.redo(values)}
        />
      )}
    </>
  );
}
