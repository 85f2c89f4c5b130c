// Takes Electron's default app out of a package, and a runtime's version file with it: the package has its own app.
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

exports.default = async ({ appOutDir, packager }) => {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
};
