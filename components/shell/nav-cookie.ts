/** Holds "rail" when the navigation is folded to icons. */
export const navCookie = "carryover-nav";
