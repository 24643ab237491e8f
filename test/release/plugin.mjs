// npm run plugin: samples/plugin as somebody else has it: mapilint from its packed tarball, the package's own tests, its rules
// by library and by command, and its types under TypeScript's checkJs. Ends with 1 if something is otherwise than expected.
import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Project } from './project.mjs';

const sample = fileURLToPath(new URL('../../samples/plugin', import.meta.url));

const library = `
import { writeFileSync } from 'node:fs';
import { diagnose } from 'mapilint';
import { rulesOf } from 'mapilint/rules';
import { buildMessage, buildMsg } from 'mapilint/rules/kit';
import plugin from './index.js';

const meeting = {
  messageClass: 'IPM.Appointment',
  subject: 'Weekly call',
  recipients: [
    { displayName: 'Bob', addressType: 'SMTP', emailAddress: 'bob@partner.example', attendeeRole: 'required' },
    { displayName: 'Room 12', addressType: 'SMTP', emailAddress: 'room12@example.com', attendeeRole: 'resource' },
  ],
};
writeFileSync('meeting.msg', buildMsg(meeting));
for (const options of [{}, { 'house/external-attendee': { domains: ['partner.example', 'example.com'] } }])
  for (const { rule, message } of diagnose(buildMessage(meeting), { rules: rulesOf(plugin, 'house'), options }).findings)
    console.log(rule, message);
`;
const found = `house/external-attendee Bob <bob@partner.example>: partner.example is none of our domains
house/room-without-location 1 rooms are booked, and the location is empty
house/room-without-location 1 rooms are booked, and the location is empty
`;

const steps = {
  'npm test of the plugin': (project) => {
    const printed = project.run('npm', ['test']);
    if (!/# pass 13\n# fail 0\n/.test(printed)) throw new Error(printed);
  },
  'its rules by the library': (project) => {
    writeFileSync(project.path('library.mjs'), library);
    const printed = project.run(process.execPath, ['library.mjs']);
    if (printed !== found) throw new Error(`it printed\n${printed}\nnot\n${found}`);
  },
  'its types under checkJs': (project) => {
    project.install('typescript@6.0.3', '@types/node@20.19.43', 'ajv@8.20.0'); // which checks the options of rules
    const options = [
      '--noEmit',
      '--allowJs',
      '--checkJs',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
    ];
    project.bin(
      'tsc',
      ...options,
      '--types',
      'node',
      'index.js',
      'test/external-attendee.test.js',
      'test/room-without-location.test.js',
    );
  },
  'its rules by the command': (project) => {
    const command = [
      'mapilint',
      'check',
      '--config',
      'mapilint.config.mjs',
      '--format',
      'json',
      'meeting.msg',
    ];
    const { status, printed } = outcomeOf(() => project.run('npx', command));
    const rules = ['house/external-attendee', 'house/room-without-location'];
    if (status !== 1 || !rules.every((rule) => printed.includes(`"${rule}"`)))
      throw new Error(`it ended with ${status} and printed\n${printed}`);
  },
};

/** What a command prints, whatever it ends with. */
function outcomeOf(run) {
  try {
    return { status: 0, printed: run() };
  } catch (error) {
    return { status: error.status, printed: `${error.stdout}${error.stderr}` };
  }
}

const project = new Project();
try {
  cpSync(sample, project.folder, { recursive: true });
  for (const [name, step] of Object.entries(steps)) {
    try {
      step(project);
      console.log(`ok      ${name}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`FAILED  ${name}: ${error.message}\n${String(error.stdout ?? '').slice(-3000)}`);
    }
  }
} finally {
  project.remove();
}
