/** Of Carryover, as package.json has it; bundles and the command line read it alike. */
export const version = "0.1.0";
