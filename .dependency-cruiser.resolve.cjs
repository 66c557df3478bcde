// The alias of package.json (`#libs/<floor>/<lib>`) said for the checker, which reads the TypeScript sources.
const fs = require('node:fs');
const path = require('node:path');

const libs = path.join(__dirname, 'libs');
const folders = (dir) =>
  fs.existsSync(dir)
    ? fs.readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    : [];
const alias = Object.fromEntries(
  folders(libs).flatMap((floor) =>
    folders(path.join(libs, floor)).map((lib) => [`#libs/${floor}/${lib}$`, path.join(libs, floor, lib, 'src/index.ts')]),
  ),
);

module.exports = {
  resolve: { alias, extensionAlias: { '.js': ['.ts', '.tsx', '.d.ts', '.js'] }, extensions: ['.ts', '.tsx', '.js', '.json'] },
};
