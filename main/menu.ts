import { Menu, app } from 'electron';

/** Only what the system expects: the app's own keys live in the window, so that they can be listed in its help. */
export const setMenu = (): void => {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ role: 'appMenu', label: app.name }, { role: 'editMenu' }, { role: 'windowMenu' }]),
  );
};
