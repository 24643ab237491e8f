// Does nothing: what Node itself costs.

export {};
