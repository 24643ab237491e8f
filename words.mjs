// The terms of lint-words.mjs: what reads as translated, and what to write instead. docs/style.md explains them.

/** Words that are not ours; every pattern is global. */
export const terms = [
  { pattern: /\bcancell(?:ed|ing)\b/gi, use: 'American spelling: "canceled", "canceling"' },
  { pattern: /\bwhoever\b/gi, use: 'write "you", or name the reader' },
  { pattern: /\bhand(?:s|ed|ing)? over\b/gi, use: 'write "pass", "supply" or "give"' },
  { pattern: /\bgiv(?:es|en|ing|e) up\b|\bgave up\b/gi, use: 'write "abandon" or "stop"' },
  { pattern: /\bsurer\b/gi, use: 'write "more certain"' },
  { pattern: /\banew\b/gi, use: 'write "again"' },
  { pattern: /\bmend(?:s|ed|ing)?\b/gi, use: 'write "fix" or "repair"' },
  { pattern: /\bthere (?:is|are) none of\b/gi, use: 'name what is missing' },
  { pattern: /\b(?:is|are|was|were) told\b/gi, use: 'name the actor: "mapilint reports", "the header says"' },
  { pattern: /\bcannot be told\b/gi, use: 'write "cannot be judged", or say what is unknown' },
  {
    pattern: /\bstands? (?:in|beside|twice|between|behind)\b/gi,
    use: 'write "is in", "is beside"; people do not stand in tables',
  },
  {
    pattern: /(?<!\b[Tt]here )\b(?:is|are) no (?!longer\b|more\b|less\b)(?:[a-z]+)\b/g,
    use: 'write "is not a …", or "there is no …"',
  },
  {
    pattern: /(?:^|[.:;!?] )Of (?:a|an|all|each|every|what|these|those|its|such) /gm,
    use: 'start with the subject, not with "Of …"',
  },
  {
    pattern: /[^\s|] – (?:that|which|who|whose|and|but|so|since|because) /g,
    use: 'use a comma, or two sentences',
  },
];
