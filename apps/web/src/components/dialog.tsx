import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import './dialog.css';

const Modal = lazy(() => import('./antd/modal.js'));

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** It is a form: the focus begins in its first field. */
  readonly typing?: boolean;
  readonly children: ReactNode;
  /** Buttons; the last is the one that acts. */
  readonly actions?: ReactNode;
}

/** A layer over the page: keeps the focus, closes with Escape, gives the focus back. */
export function Dialog({ title, onClose, wide = false, typing = false, children, actions }: DialogProps): ReactElement {
  const { t } = useTranslation('components');
  return (
    <Suspense fallback={null}>
      <Modal
        title={title}
        closeLabel={t('dialog.close')}
        wide={wide}
        typing={typing}
        onClose={onClose}
        footer={actions === undefined ? null : <div className="vd-row vd-row-end">{actions}</div>}
      >
        {children}
      </Modal>
    </Suspense>
  );
}

/** Asks before something that cannot be taken back. `confirm` says what will happen, not “yes”. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  busy = false,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('components');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('dialog.back')}</Button>
          <Button kind="primary" busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

/** What happened between the reader’s revision and now. */
export interface Meanwhile {
  readonly who?: string | undefined;
  /** As the page writes moments. */
  readonly at?: string | undefined;
  readonly what: string;
}

/** Somebody was faster: says who did what and when, and keeps what was typed. */
export function ConflictDialog({
  title,
  meanwhile,
  kept,
  onSee,
  onRedo,
  onClose,
}: {
  readonly title?: string;
  readonly meanwhile: readonly Meanwhile[];
  /** What was typed, word for word. */
  readonly kept?: string | undefined;
  readonly onSee: () => void;
  readonly onRedo: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('components');
  return (
    <Dialog
      title={title ?? t('conflict.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onSee}>{t('conflict.see')}</Button>
          <Button kind="primary" onClick={onRedo}>
            {t('conflict.redo')}
          </Button>
        </>
      }
    >
      <ul className="vd-meanwhile">
        {meanwhile.map(({ who, at, what }, index) => (
          <li key={index}>
            {who && <b>{who}</b>} {at && <span className="vd-meta">{at}</span>} {what}
          </li>
        ))}
      </ul>
      <p>{t('conflict.older', { count: meanwhile.length })}</p>
      {kept && <p className="vd-kept">{t('conflict.kept', { text: kept })}</p>}
    </Dialog>
  );
}
