/**
 * Loads a module by its address: code that the user names. The built command is a script, which cannot, so that it gets this
 * from the file that runs it (`build-command.mjs`).
 */
export function importModule(href: string): Promise<unknown> {
  return import(/* @vite-ignore */ href);
}
