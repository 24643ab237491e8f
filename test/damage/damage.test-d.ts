import { expectTypeOf, test } from 'vitest';
import type { damageKinds } from '../../src/damage/damage';
import type { DamageCode, DamageKind } from '../../src/damage/damage';

test('a kind of damage without a cost does not compile', () => {
  expectTypeOf<typeof damageKinds>().toExtend<Record<DamageCode, DamageKind>>();
  expectTypeOf<{ severity: 'error' }>().not.toExtend<DamageKind>();
  // @ts-expect-error: no `loses`
  ({ 'cfb-new': { severity: 'error' } }) satisfies Record<string, DamageKind>;
  // @ts-expect-error: no such cost
  ({ 'cfb-new': { severity: 'error', loses: 'much' } }) satisfies Record<string, DamageKind>;
});
