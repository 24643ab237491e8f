import type { DiagnoseOptions } from '../../index';
import { entriesOfRules } from '../rule-choices';
import type { RuleChoices, RuleSelection } from '../rule-choices';

/** By what each file is judged: all by the same, but for the rules that a configuration has for some. */
export class Judging {
  readonly #choices: RuleChoices;
  readonly #whole: DiagnoseOptions;
  readonly #made = new Map<RuleSelection, DiagnoseOptions>();

  constructor(choices: RuleChoices, whole: DiagnoseOptions) {
    this.#choices = choices;
    this.#whole = whole;
  }

  of(path: string): DiagnoseOptions {
    const selection = this.#choices.for(path);
    const made = this.#made.get(selection) ?? this.#make(selection);
    this.#made.set(selection, made);
    return made;
  }

  /** By what replies are judged that were given without an item. */
  get ofEvidence(): Pick<DiagnoseOptions, 'rules' | 'options'> {
    const { rules, options } = this.#choices.base;
    return { rules, options: entriesOfRules(options, rules) };
  }

  #make({ rules, severities, options }: RuleSelection): DiagnoseOptions {
    const ofRules = {
      severities: entriesOfRules(severities, rules),
      options: entriesOfRules(options, rules),
    };
    return { ...this.#whole, rules, ...ofRules };
  }
}
