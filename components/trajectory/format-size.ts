/** A number of characters to be read at a glance: "840 characters", "34.2 k characters", "5.1 M characters". */
export function formatSize(characters: number): string {
  if (characters === 1) return "1 character";
  if (characters < 1000) return `${characters} characters`;
  if (characters < 999_950) return `${(characters / 1000).toFixed(1)} k characters`;
  return `${(characters / 1e6).toFixed(1)} M characters`;
}
