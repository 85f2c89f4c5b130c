import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The places of the top bar that a page fills. */
export type PageTopPlaces = { readonly where: HTMLElement | null; readonly actions: HTMLElement | null };

const PlacesContext = createContext<PageTopPlaces>({ where: null, actions: null });

export const PageTopProvider = PlacesContext;
export const usePageTopPlaces = (): PageTopPlaces => useContext(PlacesContext);

/** Puts the page's title, what it is about, and its actions into the top bar. */
export const PageTop = ({
  title,
  detail,
  actions,
}: {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode => {
  const places = useContext(PlacesContext);
  return (
    <>
      {places.where !== null &&
        createPortal(
          <>
            <h1>{title}</h1>
            {detail !== undefined && <span className="second cut">{detail}</span>}
          </>,
          places.where,
        )}
      {places.actions !== null && actions !== undefined && createPortal(actions, places.actions)}
    </>
  );
};
