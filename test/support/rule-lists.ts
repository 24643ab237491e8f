// Two lists for a rule: what it is silent on, and what it reports. Every report is one change away from silence.

import { describe, expect, test } from 'vitest';
import * as sound from '../../samples/build/sound-meeting';
import type { Change } from '../../samples/build/sound-meeting';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message, Outcome, RuleResult } from '../../src/index';
import type { Rule } from '../../src/rules/index';
import { writeMsg } from './msg-writer';
import type { WrittenMessage } from './msg-writer';

export interface SilentCase {
  readonly title: string;
  /** What is different from the sound meeting. */
  readonly changes?: readonly Change[];
  /** Default: `pass`. */
  readonly outcome?: Outcome;
  /** A reason that must be given. */
  readonly reason?: string;
  /** How the file is written. Default: as it should be. */
  readonly write?: (message: WrittenMessage) => Uint8Array;
}

interface ReportCase {
  readonly title: string;
  /** What is different from the sound meeting already, without the rule minding. */
  readonly given?: readonly Change[];
  /** The one change that makes the rule report. */
  readonly but?: Change;
  /** Instead of a change: how the file is written. */
  readonly write?: (message: WrittenMessage) => Uint8Array;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Where every finding lies; one path a finding. */
  readonly paths: readonly string[];
}

export interface RuleLists {
  readonly silent: readonly SilentCase[];
  readonly reports: readonly ReportCase[];
}

/** What no rule about meetings says anything of: every such rule is tried on them. */
export const noMeetings: readonly SilentCase[] = [
  {
    title: 'mail with the same cells',
    changes: [sound.setTo(0x001a, 'IPM.Note')],
    outcome: 'not-applicable',
    reason: 'not-a-meeting',
  },
  {
    title: 'a reply',
    changes: [sound.setTo(0x001a, 'IPM.Schedule.Meeting.Resp.Pos')],
    outcome: 'not-applicable',
    reason: 'reply',
  },
  {
    title: 'a meeting whose class is unreadable',
    changes: [sound.set({ id: 0x001a, type: 0x0003, value: 1 })],
    outcome: 'open',
    reason: 'class-lost',
  },
];

/** The present of these tests, long after the meeting. */
export const now = new Date('2005-01-01T00:00:00Z');

export function testRule(rule: Rule, { silent, reports }: RuleLists): void {
  const seen = new Set<string>();
  const apply = (bytes: Uint8Array): { message: Message; result: RuleResult } => {
    const message = decodeMessage(bytes);
    const result = diagnose(message, { rules: [rule], now }).results[0]!;
    for (const { code } of [...result.reasons, ...result.findings]) seen.add(code);
    expectWords(result);
    return { message, result };
  };

  describe(`${rule.meta.id} is silent`, () => {
    test.each(silent)('$title', ({ changes = [], outcome = 'pass', reason, write = writeMsg }) => {
      const { result } = apply(write(sound.meetingWith(...changes)));
      expect(result.findings).toEqual([]);
      expect(result.outcome).toBe(outcome);
      if (reason !== undefined) expect(result.reasons.map(({ code }) => code)).toContain(reason);
    });
  });

  describe(`${rule.meta.id} reports`, () => {
    test.each(reports)('$title', ({ given = [], but, write = writeMsg, code, severity, paths }) => {
      expect(apply(writeMsg(sound.meetingWith(...given))).result.findings).toEqual([]);
      const { message, result } = apply(write(sound.meetingWith(...given, ...(but ? [but] : []))));
      expect(result.outcome).toBe('fail');
      expect(result.findings.map((finding) => [finding.code, finding.severity, finding.path])).toEqual(
        paths.map((path) => [code, severity, path]),
      );
      for (const path of paths) expect(resolvePath(message, path), path).toBeDefined();
    });
  });

  test(`${rule.meta.id} has words for every code, and a case for all its words`, () => {
    expect(Object.keys(rule.meta.messages).filter((code) => !seen.has(code))).toEqual([]);
  });
}

function expectWords({ reasons, findings }: RuleResult): void {
  for (const { code, message } of [...reasons, ...findings]) {
    expect(message, code).not.toBe(code);
    expect(message, code).not.toMatch(/undefined|NaN|\[object/);
    expect(message.length, message).toBeGreaterThan(10);
  }
}

/** What a path such as `embedded[0].recipients[1].flags` leads to. */
export function resolvePath(message: Message, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    message,
  );
}
