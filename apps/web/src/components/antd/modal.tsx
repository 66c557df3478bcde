import { Modal as AntModal } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { OfficeProvider } from './office-provider.js';

export interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly wide: boolean;
  readonly typing: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

const FIELDS = 'input, textarea, select';

/** The dialog itself: loads when the first one opens. */
export default function Modal({
  title,
  closeLabel,
  wide,
  typing,
  onClose,
  children,
  footer,
}: ModalProps): ReactElement {
  // It goes with its parent, before the library could give the focus back.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
  const body = useRef<HTMLDivElement>(null);
  const begin = () => {
    // Whoever was quicker than the dialog, and is in one of its fields, stays there.
    if (!body.current?.contains(document.activeElement)) body.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  };
  return (
    <OfficeProvider>
      <AntModal
        open
        centered
        title={title}
        width={wide ? 720 : 520}
        className="vd-dialog"
        footer={footer}
        onCancel={onClose}
        closable={{ 'aria-label': closeLabel }}
        mask={{ closable: false }}
        afterOpenChange={(open) => {
          if (open && typing) begin();
        }}
      >
        <div ref={body}>{children}</div>
      </AntModal>
    </OfficeProvider>
  );
}
