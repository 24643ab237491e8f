// npm run api [-- --check]: the API report, a file for each entry point: what its declarations promise, without comments. It is
// committed, so that a changed export is a line that a reviewer sees. `--check` writes nothing and ends with 1 if one differs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
        reportFolder: join(root, 'api'),
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

const temporary = mkdtempSync(join(tmpdir(), 'mapilint-api-'));
try {
  for (const entry of entries) {
    const { apiReportChanged } = Extractor.invoke(configOf(entry, temporary), { localBuild: !isCheck });
    if (!apiReportChanged) continue;
    console.log(
      `api/${entry[0]}.api.md ${isCheck ? 'is not what the declarations say: npm run api' : 'written'}`,
    );
    if (isCheck) process.exitCode = 1;
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
