// npm run api [-- --check]: the API report, a file for each entry point: what its declarations promise, without comments. It is
// committed, so that a changed export is a line that a reviewer sees. `--check` writes nothing and ends with 1 if one differs.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = join(root, 'package.json');
const isCheck = process.argv.includes('--check');

/** The names of the entry points, and their declarations. */
const entries = Object.values(JSON.parse(readFileSync(manifest, 'utf8')).exports)
  .flatMap((target) => target.import?.types ?? [])
  .map((path) => [basename(path, '.d.ts'), join(root, path)]);

const quiet = { default: { logLevel: 'none' } };

function configOf([name, mainEntryPointFilePath], temporary) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            lib: ['es2022', 'dom'],
            module: 'node16',
            moduleResolution: 'node16',
            types: ['node'],
            target: 'es2022',
            strict: true,
          },
          files: [mainEntryPointFilePath],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: join(temporary, 'written'),
        reportTempFolder: temporary,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: quiet,
        tsdocMessageReporting: quiet,
        compilerMessageReporting: quiet,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: manifest,
  });
}

/** The names of all properties are data that `npm run names` makes: here it is enough how many there are. */
function abridged(report) {
  const begin = report.indexOf('export interface KnownProperties {');
  if (begin === -1) return report;
  const end = report.indexOf('\n}', begin);
  const count = report
    .slice(begin, end)
    .split('\n')
    .filter((line) => line.endsWith(';')).length;
  return `${report.slice(0, begin)}export interface KnownProperties {\n    // ${count} names${report.slice(end)}`;
}

/** The extractor need not say what it does. */
function messageCallback(message) {
  message.handled = true;
}

const temporary = mkdtempSync(join(tmpdir(), 'mapilint-api-'));
try {
  mkdirSync(join(temporary, 'written'));
  for (const entry of entries) {
    Extractor.invoke(configOf(entry, temporary), {
      localBuild: true,
      showVerboseMessages: false,
      messageCallback,
    });
    const name = `${entry[0]}.api.md`;
    const report = abridged(readFileSync(join(temporary, 'written', name), 'utf8'));
    const committed = join(root, 'api', name);
    if (existsSync(committed) && readFileSync(committed, 'utf8') === report) continue;
    console.log(`api/${name} ${isCheck ? 'is not what the declarations say: npm run api' : 'written'}`);
    if (isCheck) process.exitCode = 1;
    else writeFileSync(committed, report);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
