import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { useRef } from 'react';
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

const fields = '.dialog-body :is(input, select, textarea):not(:disabled)';

/** The first answer is the one that changes nothing. */
const answers = ':scope > footer button:not(:disabled)';

/**
 * Where one begins: the part that has taken the focus itself, else the first field (of choices the one that is made), else the first answer, which comes
 * before the cross.
 */
const beginning = (popup: HTMLElement | null): HTMLElement | true => {
  if (popup === null) return true;
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && popup.contains(activeElement)) return activeElement;
  const first = popup.querySelector<HTMLElement>(fields);
  const made =
    first?.matches('[type=radio]') === true ? popup.querySelector<HTMLElement>('[type=radio]:checked') : null;
  return made ?? first ?? popup.querySelector<HTMLElement>(answers) ?? true;
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
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup
          className={`dialog ${size}`}
          ref={popup}
          initialFocus={initialFocus ?? (() => beginning(popup.current))}
        >
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
