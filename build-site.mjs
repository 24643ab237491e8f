// npm run docs: builds the pages and the API reference as a static site in site/, which is not kept in git. A page has the
// address of its file, with .html for .md: docs/rules/recurrence.md is docs/rules/recurrence.html. A code has its own within
// docs/errors.html. A warning of typedoc, such as a link that leads nowhere, fails the build, and so does check-site.mjs.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, Comment, CommentTag, Converter, KindRouter, PageEvent, TypeDocReader } from 'typedoc';
import { checkSite } from './check-site.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const out = `${root}site`;

const pathOf = (document) => relative(root, document.project.files.getReflectionPath(document));

/** Places a page where its file is; everything else where typedoc places it. */
class PageRouter extends KindRouter {
  getIdealBaseName(reflection) {
    return reflection.isDocument()
      ? pathOf(reflection).replace(/\.md$/, '')
      : `api/${super.getIdealBaseName(reflection)}`;
  }
}

/** Under which heading the navigation lists a page. */
function groupOf(path) {
  if (path.startsWith('docs/rules/')) return 'Rules';
  return path.startsWith('docs/') ? 'Documentation' : 'Project';
}

/** Gives a page its first heading as its name, and its group. */
function namePage(_context, document) {
  const [{ text = '' } = {}] = document.content;
  document.name = /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '') ?? document.name;
  document.comment = new Comment(
    [],
    [new CommentTag('@group', [{ kind: 'text', text: groupOf(pathOf(document)) }])],
  );
}

/** Leaves the badges out, which are images from elsewhere. */
function withoutBadges(context) {
  for (const part of context.project.readme ?? []) part.text = part.text.replace(/^<!-- badges -->.*$/m, '');
}

/** Gives the row of every code an address: docs/errors.html#cfb-header-short. */
function addressCodes(page) {
  if (page.url !== 'docs/errors.html') return;
  page.contents = page.contents.replaceAll(
    /<tr>\s*<td><code>([a-z0-9-]+)<\/code>/g,
    '<tr id="$1"><td><code>$1</code>',
  );
}

const app = await Application.bootstrapWithPlugins(
  {
    out,
    readme: 'README.md',
    projectDocuments: ['docs/**/*.md', '{CHANGELOG,CONTRIBUTING,SECURITY}.md', 'samples/**/README.md'],
    router: 'page',
    searchInDocuments: true,
    searchInComments: true,
    highlightLanguages: [
      'console',
      'diff',
      'javascript',
      'json',
      'markdown',
      'python',
      'sh',
      'sql',
      'text',
      'typescript',
      'yaml',
    ],
    navigation: { includeGroups: true },
    includeHierarchySummary: false,
    skipErrorChecking: true, // npm run types does it
  },
  [new TypeDocReader()],
);
app.renderer.defineRouter('page', PageRouter);
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, namePage);
app.converter.on(Converter.EVENT_RESOLVE_END, withoutBadges);
app.renderer.on(PageEvent.END, addressCodes);

const project = await app.convert();
if (project === undefined) process.exit(1);
app.validate(project);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);

const { pages, problems } = checkSite(out);
for (const problem of problems) console.error(problem);
console.log(`site/: ${pages} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
