package memorytax.claim;

/// The most important number of a chapter: the largest thing on its page.
///
/// @param contender whose colour it wears
/// @param figure    `1.4 KB`
/// @param lines     what it is the figure of, one or two short sentences
public record Headline(String contender, String figure, String lines) {
}
