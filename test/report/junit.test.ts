import { describe, expect, test } from 'vitest';
import * as sound from '../../samples/build/sound-meeting';
import { allRules } from '../../src/rules/index';
import { decodeMessage, diagnose } from '../../src/index';
import { formatJUnit } from '../../src/report/command';
import type { CheckedFile } from '../../src/report/command';
import { writeMsg } from '../support/msg-writer';
import { now } from '../support/rule-lists';

function checked(path: string, ...changes: readonly sound.Change[]): CheckedFile {
  const message = decodeMessage(writeMsg(sound.meetingWith(...changes)));
  return { path, message, diagnosis: diagnose(message, { rules: allRules, now }) };
}

/** The one element with a name and an attribute, as text. */
function testCase(xml: string, name: string): string {
  return new RegExp(`<testcase[^>]* name="${name}"[^>]*?(?:/>|>[\\s\\S]*?</testcase>)`).exec(xml)?.[0] ?? '';
}

/** Whether every start tag has its end, in order: enough to see that nothing was left unescaped. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const text = xml.replace(/^<\?xml[^>]*\?>/, '');
  for (const [, end, name = '', empty] of text.matchAll(/<(\/?)([\w-]+)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return false;
    } else if (empty !== '/') open.push(name);
  }
  const rest = text.replace(/<\/?[\w-]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, '');
  return open.length === 0 && !/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(rest);
}

const evil = 'Bob "<b>" & \u0001\u202e\ufffe';
const sick = checked(
  'a & b.msg',
  sound.drop(0x0c1a),
  sound.setCell(1, sound.time(0x5ffb, 0n)),
  sound.setCell(1, sound.text(0x3001, evil)),
);
const flagged = checked('c.msg', sound.setCell(1, sound.long(0x5ffd, 0x201)));

describe('junit', () => {
  test('a rule is a case, and a finding that is grave enough a failure', () => {
    const xml = formatJUnit([sick]);
    expect(xml).toMatch(
      /<testsuites name="mapilint" tests="22" failures="2" errors="0" skipped="1" time="0">/,
    );
    expect(testCase(xml, 'cancellation-delivery')).toMatch(
      /<failure message="[^"]*PR_RECIPIENT_TRACKSTATUS_TIME is 0[^"]*" type="track-status-time-zero">error: [^<]*\(recipients\[1\]\.trackStatusTime, byte \d+ of the file\)<\/failure>/,
    );
    expect(testCase(xml, 'recurrence')).toBe(
      '<testcase classname="a &amp; b_msg" name="recurrence" file="a &amp; b.msg" time="0"/>',
    );
  });

  test('what is less grave is said and passes', () => {
    expect(testCase(formatJUnit([flagged]), 'recipient-flags-reserved')).toMatch(
      /<system-out>info: PR_RECIPIENT_FLAGS/,
    );
    expect(testCase(formatJUnit([flagged], { failOn: 'info' }), 'recipient-flags-reserved')).toMatch(
      /<failure /,
    );
    expect(formatJUnit([sick], { failOn: 'error' })).toMatch(/failures="1"/);
  });

  test('what does not apply is skipped, and a file that cannot be read is an error', () => {
    const xml = formatJUnit([
      checked('mail.msg', sound.setTo(0x001a, 'IPM.Note')),
      { path: 'broken.msg', error: new Error('no signature') },
    ]);
    expect(testCase(xml, 'recurrence')).toContain('<skipped message="not a meeting (IPM.Note)"/>');
    expect(testCase(xml, 'read')).toContain(
      '<error message="no signature" type="Error">no signature</error>',
    );
    expect(xml).toMatch(/errors="1"/);
    expect(isWellFormed(xml)).toBe(true);
  });

  test('whatever a name holds, the XML is well-formed', () => {
    const xml = formatJUnit([sick, flagged]);
    expect(isWellFormed(xml)).toBe(true);
    expect(isWellFormed('<a b="<"/>')).toBe(false); // the check works

    expect(xml).not.toMatch(/[\u0001\u202e\ufffe]/);
    expect(xml).toContain('Bob &quot;&lt;b&gt;&quot; &amp; \\u{0001}\\u{202E}');
  });
});

/** A case as Jenkins' junit plugin and GitLab's parser take it from the XML. */
interface ReadCase {
  readonly package: string;
  readonly class: string;
  readonly key: string;
  readonly seconds: number;
  readonly failures: number;
  readonly shown: string | undefined;
}

/** Reads the XML as those do: attributes of a case, the first failure or error, and its text. */
function readAsServices(xml: string): ReadCase[] {
  return [...xml.matchAll(/<testcase([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, start = '', body = '']) => {
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(start)?.[1] ?? '';
      const className = attribute('classname');
      const dot = className.lastIndexOf('.');
      const failures = [...body.matchAll(/<(?:failure|error)[^>]*?(?:\/>|>([\s\S]*?)<\/)/g)];
      return {
        package: dot < 0 ? '(root)' : className.slice(0, dot),
        class: className.slice(dot + 1),
        key: `${className} ${attribute('name')}`,
        seconds: Number.parseFloat(attribute('time')),
        failures: failures.length,
        shown: failures[0]?.[1],
      };
    },
  );
}

describe('junit, as GitLab and Jenkins read it', () => {
  const twice = [
    { ...sick, path: 'box/in.1/a.msg' },
    { ...sick, path: 'box/in.1/a_msg' },
  ];
  const cases = readAsServices(
    formatJUnit([...twice, { path: 'b.msg', error: new Error('no signature') }], { failOn: 'info' }),
  );

  test('the folder is the package, the file the class, and every case has a name of its own and a time', () => {
    expect(cases[0]).toMatchObject({ package: 'box/in.1', class: 'a_msg', seconds: 0 });
    expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length);
    expect(cases.every(({ seconds }) => seconds === 0)).toBe(true);
  });

  test('a case has one failure at most, with all that is wrong in its text', () => {
    expect(cases.every(({ failures }) => failures <= 1)).toBe(true);
    expect(cases.filter(({ failures }) => failures === 1).length).toBeGreaterThan(2);
    for (const { failures, shown } of cases) if (failures === 1) expect(shown).toMatch(/\w/);
  });
});
