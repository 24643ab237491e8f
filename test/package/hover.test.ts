import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

// What an editor shows: the language service over the declarations that are published.

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}hover.ts`;
const code = `
import { decodeMessage } from './dist/index.js';
const message = decodeMessage(new Uint8Array());
message.recipients[0]!.trackStatus;
message.recipients[0]!.trackStatusTime;
message.subject;
message.responseStatus;
message.attachments[0]!.longFileName;
`;

const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    const text = name === file ? code : ts.sys.fileExists(name) ? readFileSync(name, 'utf8') : undefined;
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => options,
  getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
  fileExists: (name) => ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
});

test.each([
  ['.trackStatus;', "PidTagRecipientTrackStatus: the attendee's answer"],
  ['.trackStatusTime;', 'PidTagRecipientTrackStatusTime: when that answer was given'],
  ['.subject;', 'PidTagSubject'],
  ['.longFileName;', 'PidTagAttachLongFilename'],
])('%s explains itself on hover, and leads to its row', (name, text) => {
  const position = code.indexOf(name) + 1;
  const info = service.getQuickInfoAtPosition(file, position);
  expect(ts.displayPartsToString(info?.documentation)).toContain(text);
  const [definition] = service.getDefinitionAtPosition(file, position) ?? [];
  const declared =
    definition && readFileSync(definition.fileName, 'utf8').slice(0, definition.textSpan.start);
  expect(declared?.slice(declared.lastIndexOf('\ndeclare '))).toMatch(
    /^\ndeclare (?:const (?:recipient|attachment)Properties|abstract class MessageAccessors)/,
  );
});

test.each([
  ['.trackStatus;', '(property) trackStatus?: `0x${string}` | TrackStatus | undefined'],
  ['.responseStatus;', '(property) MessageAccessors.responseStatus: `0x${string}` | TrackStatus | undefined'],
])('%s is shown by the name of its type', (name, text) => {
  const info = service.getQuickInfoAtPosition(file, code.indexOf(name) + 1);
  expect(ts.displayPartsToString(info?.displayParts)).toBe(text);
});

test('a name is completed', () => {
  const position = code.indexOf('.trackStatus;') + 1;
  const names = service
    .getCompletionsAtPosition(file, position, undefined)
    ?.entries.map((entry) => entry.name);
  expect(names).toEqual(
    expect.arrayContaining(['trackStatus', 'trackStatusTime', 'displayName', 'attendeeRole', 'properties']),
  );
});
