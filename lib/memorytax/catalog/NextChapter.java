package memorytax.catalog;

/// A chapter to go on with.
///
/// @param name  of its file, without the ending: `chapter2`
/// @param title `Stack growth`
public record NextChapter(String name, String title) {
}
