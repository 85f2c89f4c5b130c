import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { useText } from './text.tsx';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the end: the way on last. */
  readonly footer?: ReactNode;
  readonly size?: 'narrow' | 'normal' | 'wide';
  readonly initialFocus?: RefObject<HTMLElement | null>;
};

/** A question over the page, for what cannot be undone or needs a few fields. Esc and the cross close it. */
export const Dialog = ({
  open,
  onClose,
  title,
  children,
  footer,
  size = 'normal',
  initialFocus,
}: DialogProps): ReactNode => {
  const { t } = useText();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className={`dialog ${size}`} {...(initialFocus === undefined ? {} : { initialFocus })}>
          <header>
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<IconButton label={t('ui.close')} />}>
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};
