import type { ReportExtras } from './checked-file';
import { damageOf } from './evidence-file';
import { formatFoundConfiguration } from './found-configuration';
import type { FoundConfiguration } from './found-configuration';
import type { Artifacts, SarifFile } from './sarif-artifacts';
import { textOf } from './sarif-text';
import { formatStopped } from './stopped';
import { damageOfStore } from './store-file';

/** A file of which nothing could be read is no result of a rule, but the run was not a success. */
export function toInvocation(
  files: readonly SarifFile[],
  artifacts: Artifacts,
  { configuration, stopped }: Pick<ReportExtras, 'configuration' | 'stopped'>,
): Record<string, unknown> {
  const end = stopped === undefined ? [] : [{ level: 'error', message: textOf(formatStopped(stopped)) }];
  const ofFiles = files.flatMap((file) => {
    const locations = [artifacts.locationOf(file)];
    if ('error' in file) return [{ level: 'error', message: textOf(file.error.message), locations }];
    const damage = 'evidence' in file ? damageOf(file) : 'store' in file ? damageOfStore(file) : undefined;
    return damage === undefined ? [] : [{ level: 'warning', message: textOf(damage), locations }];
  });
  const notifications = [...end, ...ofFiles];
  const executionSuccessful = notifications.every(({ level }) => level !== 'error');
  return {
    executionSuccessful,
    toolExecutionNotifications: notifications,
    ...configurationNotice(configuration),
  };
}

/** What is said of the configuration: SARIF 2.1.0, 3.20.22. */
function configurationNotice(configuration: FoundConfiguration | undefined): Record<string, unknown> {
  if (configuration === undefined) return {};
  const level = configuration.lowered.length > 0 ? 'warning' : 'note';
  const message = textOf(formatFoundConfiguration(configuration));
  return { toolConfigurationNotifications: [{ level, message, properties: { configuration } }] };
}
