/** A sentence's parts that each say something of their own. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(
      /[;:]\s|,?\s(?:while|whereas|but|although|though)\s|,\s(?:which|where|and (?:we|it|is|are)|with|outperforming|surpassing|exceeding|improving|beating)\s|\.\s/,
    )
    .filter((clause) => clause.trim() !== "");
}
