/** Texts that hold `part`, in any case. The signs that a pattern of SQL is made of are meant as they are typed. */
export function containing(part: string): { contains: string; mode: "insensitive" } {
  return { contains: part.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
}
