import { useLayoutEffect } from 'react';
import type { Settings } from '#shared/ipc/settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');

const themeOf = (theme: Settings['theme']): string => {
  if (theme !== 'system') return theme;
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
};

/** Theme and density stand on the root element, where the tokens read them. */
export const useAppearance = ({ theme, density }: Pick<Settings, 'theme' | 'density'>): void => {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const show = (): void => {
      root.dataset['theme'] = themeOf(theme);
      root.dataset['density'] = density;
    };
    show();
    dark.addEventListener('change', show);
    contrast.addEventListener('change', show);
    return () => {
      dark.removeEventListener('change', show);
      contrast.removeEventListener('change', show);
    };
  }, [theme, density]);
};
