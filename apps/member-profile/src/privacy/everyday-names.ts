/**
 * Folded names that are everyday words too. Alone they are not redacted: "Will you teach me?" and "the Rose garden" stay
 * as they are, while "Will Rose" is a full name.
 */
export const everydayNames: ReadonlySet<string> = new Set(
  (
    'art april august autumn banks baker basil bay bell best bill bishop black bloom bob brook brooks brown butcher carpenter ' +
    'carter cash chase church clay cliff cole cook cooper crystal daisy dale dawn day dean drew dusty earl east eve faith ' +
    'farmer field fields fisher flora ford forest forester forrest fox frank garden gardener gardner gene ginger glass gold ' +
    'good grace grant gray green grey grove guy hall harmony hazel heath heather hill holly hope hunter iris ivy jade jasmine ' +
    'jay jean jewel joy june justice king knight lake lane last lee lily long love major marina mark marsh mason may meadow ' +
    'melody mercy miles miller mills moon moss north olive page paris park parker parks patience pearl penny pepper piper ' +
    'porter potter price ray reed rich rivers river robin rock rose rowan ruby rusty sage sailor sandy savannah sawyer scout ' +
    'shepherd short sierra singer sky smith south spencer star stone strange storm summer sue sunny swan tanner taylor temple ' +
    'thatcher tiger turner underwood van violet walker wall ward waters weaver webb wells west white wilder will willow winter ' +
    'wise wolf wood woods wren wright york young the and for with from into not all ' +
    'an am as at be by do go he if in is it la le me my no of on or se so to up us we'
  ).split(' '),
);

/** Words inside names that are no names by themselves. */
export const nameParticles: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le les el al bin ibn ben st san santa ten ter zu zur mac mc y e i o'.split(
    ' ',
  ),
);
