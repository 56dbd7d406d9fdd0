const words = `
a about above after again against all almost alone along already also although always am among an and another any are
around as at away back be became because been before behind being below between both but by came can cannot come could did
didn do does doesn doing don done down during each either else enough even ever every few first for found from full gave get
gets give given go goes got had has have having he her here hers him his how however i if in instead into is isn it its
itself just keep kept last later least left less let like likely long made make makes many may me might more most much must
my near need needs neither never new next no nor not nothing now of off often on once one only onto or other others our out
over own part per put rather same saw second see seen several she should show shown since so some something soon still such
take taken than that the their them then there these they thing things this those though three through thus to together too
took toward two under until up upon us use used uses using very via was way we well went were what when where whether which
while who whole whose why will with within without won would yet you your
agent agents attempt attempts task tasks memory memories trial trials step steps failed passed succeeded worked working work
`;

/** English words that tell no subject, and those that every memory of a coding agent has. */
export const stopWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
