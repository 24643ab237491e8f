import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where peers are installed that bring too many packages of their own to be installed with all others. */
export const installed = new URL('../../../node_modules/.cache/peers/', import.meta.url);

/** Installs a peer there, without running what it brings, unless it is there. */
export function install(name: string, version: string): void {
  if (existsSync(new URL(`node_modules/${name}/package.json`, installed))) return;
  mkdirSync(installed, { recursive: true });
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', ['install', ...options, '--prefix', '.', `${name}@${version}`], {
    cwd: fileURLToPath(installed),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${name}@${version} cannot be installed`);
}
