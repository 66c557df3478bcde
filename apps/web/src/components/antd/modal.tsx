import { Modal as AntModal } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { OfficeProvider } from './office-provider.js';

export interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly wide: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
}

/** The dialog itself: loads when the first one opens. */
export default function Modal({ title, closeLabel, wide, onClose, children, footer }: ModalProps): ReactElement {
  // It goes with its parent, before the library could give the focus back.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
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
      >
        {children}
      </AntModal>
    </OfficeProvider>
  );
}
