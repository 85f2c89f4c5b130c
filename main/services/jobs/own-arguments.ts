import { app } from 'electron';

/** The arguments meant for the app: what follows the program's name and, while developing, the app's folder. */
export const ownArguments = (): readonly string[] => {
  const args = process.argv.slice(1);
  if (app.isPackaged) return args;
  const own = app.getAppPath();
  const at = args.findIndex((arg) => arg === '.' || arg === own || arg.endsWith('out/main/index.js'));
  return args.slice(at + 1);
};
