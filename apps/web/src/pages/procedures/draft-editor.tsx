import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { procedureQuery } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import { Button, ErrorSummary, FileButton, Note, Panel, TextArea, useSay, useToast } from '../../components/index.js';
import { useCommand } from '../../forms/use-command.js';
import { nextDocument } from './procedures.queries.js';

interface DraftEditorProps {
  /** Of which award; without it, of one that has no procedure yet. */
  readonly code?: string;
  readonly revision?: number;
  /** The version from which the next one can be begun. */
  readonly base?: string | undefined;
  readonly onDone: () => void;
}

/** A draft as a JSON file or as pasted text; what is wrong with it is said once it is saved, by place. */
export function DraftEditor(props: DraftEditorProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <Editor {...props} account={me.id} /> : <></>;
}

function Editor({
  code,
  revision,
  base,
  onDone,
  account,
}: DraftEditorProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [broken, setBroken] = useState<string>();
  const from = useQuery({
    ...procedureQuery(code ?? '', base ?? ''),
    enabled: code !== undefined && base !== undefined,
  });
  const command = useCommand<unknown, { readonly id: string }>({
    place: { account, subject: code ?? 'procedures', form: 'save-draft' },
    revision,
    send: (document, headers) => {
      const body = { document } as never;
      return told(
        code === undefined
          ? api.POST('/api/v1/procedures', { params: {} as never, headers: { ...headers }, body })
          : api.POST('/api/v1/procedures/{id}/save-draft', {
              params: { path: { id: code } } as never,
              headers: { ...headers },
              body,
            }),
      );
    },
    accepted: ({ id }) => {
      tell(t('draft.saved'));
      onDone();
      if (code === undefined) void navigate({ to: '/quan-tri/quy-trinh/$code', params: { code: id } });
    },
  });
  const save = () => {
    try {
      const document: unknown = JSON.parse(text);
      setBroken(undefined);
      void command.send(document);
    } catch (error) {
      setBroken(t('draft.noJson', { why: error instanceof Error ? error.message : '' }));
    }
  };
  const problem = command.refused;
  const errors = broken
    ? [{ field: 'draft-text', text: broken }]
    : problem
      ? [{ text: problem.body.details ? say(problem.body.details) : problem.code }]
      : [];
  return (
    <Panel
      title={code === undefined ? t('draft.newTitle') : t('draft.title')}
      meta={t('draft.meta')}
      footer={
        <>
          <Button
            kind="primary"
            busy={command.sending}
            refused={text.trim() === '' ? t('draft.empty') : undefined}
            onClick={save}
          >
            {t('draft.save')}
          </Button>
          <Button onClick={onDone}>{t('operator:back')}</Button>
        </>
      }
    >
      <ErrorSummary title={t('operator:refused')} errors={errors} />
      {command.conflict && <Note kind="soon">{t('operator:overtaken')}</Note>}
      {command.unreachable && <Note kind="soon">{t('operator:unreachable')}</Note>}
      <div className="vd-row procedures-sources">
        <FileButton
          label={t('draft.file')}
          accept=".json,application/json"
          files={[]}
          onFiles={([file]) => void file?.text().then(setText)}
        />
        {from.data && (
          <Button icon="document" onClick={() => setText(nextDocument(from.data))}>
            {t('draft.fromBase', { version: base })}
          </Button>
        )}
      </div>
      <TextArea
        id="draft-text"
        className="procedures-text"
        label={t('draft.text')}
        help={t('draft.help')}
        required
        spellCheck={false}
        rows={14}
        value={text}
        error={broken}
        onChange={({ target }) => setText(target.value)}
      />
    </Panel>
  );
}
